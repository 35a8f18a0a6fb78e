/** One thing to do on one sheet, and about how many bytes it takes to say so. */
export interface Step {
  readonly bytes: number;
  /** The sheet is not there yet and is added for this step. */
  readonly adds?: true;
  readonly queue: (sheet: Excel.Worksheet) => void;
}
