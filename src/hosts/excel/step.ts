/** One thing to do on one sheet, and about how many bytes it takes to say so. */
export interface Step {
  readonly bytes: number;
  /** The sheet is not there yet and is added for this step. */
  readonly adds?: true;
  /** Has Excel copy cells. */
  readonly copies?: true;
  /** `other` finds a sheet by its name. What comes back tells, once Excel has done it, whether it came out as meant. */
  readonly queue: (
    sheet: Excel.Worksheet,
    other: (name: string) => Excel.Worksheet,
  ) => (() => boolean) | void;
}
