/** One line of the table of speed. */
export interface Line {
  readonly what: string;
  readonly milliseconds?: number;
  /** What copying the block of values into new memory takes. */
  readonly copy?: number;
  /** In milliseconds, as set for this program. */
  readonly target?: number;
  /** What COINr takes, in milliseconds. */
  readonly reference?: number;
  /** Where the line is no time. */
  readonly figure?: string;
}

const figures = (value: number) =>
  value >= 100
    ? value.toFixed(0)
    : value >= 10
      ? value.toFixed(1)
      : value >= 1
        ? value.toFixed(2)
        : value.toFixed(3);

export const lineHeader = ["what", "measured", "target", "× copy", "COINr", "times as quick"];

export function cellsOf({ what, milliseconds, copy, target, reference, figure }: Line): string[] {
  const time = (value: number | undefined) => (value === undefined ? "" : `${figures(value)} ms`);
  const ratio = (one: number | undefined, other: number | undefined) =>
    one === undefined || other === undefined ? "" : figures(one / other);
  return [
    what,
    figure ?? time(milliseconds),
    time(target),
    ratio(milliseconds, copy),
    time(reference),
    ratio(reference, milliseconds),
  ];
}
