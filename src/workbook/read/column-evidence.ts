import { isFootnote, parseMeasure, shareOf, type Measure } from "./measure";
import type { NumberText } from "./number-text";

/** What the rest of a column says about a cell in doubt. */
export interface ColumnEvidence {
  /** Decimal mark of the column's other texts, else of the sheet's; null when they say nothing or contradict. */
  readonly decimal: "." | "," | null;
  /** Least and greatest size of the column's plain numbers other than zero; how many there are. */
  readonly least: number;
  readonly greatest: number;
  readonly plain: number;
  /** The column's unit of measure by the framework or its header; null when neither says. */
  readonly measure: Measure | null;
  /** Tails of all texts in doubt, so that a unit that stands at every number is known. */
  readonly tails: ReadonlySet<string>;
}

export type Verdict =
  | { readonly kind: "number"; readonly value: number; readonly by: "text" | "unit" | "footnote" }
  /** A percent, per mille … as the number before its sign, with the sign's worth. */
  | { readonly kind: "share"; readonly value: number; readonly share: number }
  | { readonly kind: "two"; readonly one: number; readonly other: number }
  | { readonly kind: "refused" };

const refused: Verdict = { kind: "refused" };

/** The one reading of a text in doubt, as far as its column gives it one. */
export function judge(text: NumberText, column: ColumnEvidence): Verdict {
  const digits = decide(text, column);
  if (typeof digits !== "number") return digits;
  if (text.raised !== "") return raised(digits, text.raised, column);
  const tail = text.tail.replace(/(?<=\S)\s*(\*{1,3}|\([a-z]\)|\[[a-z0-9]{1,2}\])$/i, "");
  if (tail === "") return { kind: "number", value: digits, by: "text" };
  const share = shareOf(tail);
  if (share > 0) return { kind: "share", value: digits, share };
  return withTail(digits, tail, column);
}

/** The number that the digits make, where the decimal mark can be told. */
function decide(text: NumberText, column: ColumnEvidence): number | Verdict {
  const { point, comma } = text;
  if (Number.isNaN(comma)) return point;
  if (Number.isNaN(point)) return comma;
  if (Object.is(point, comma)) return point;
  if (column.decimal) return column.decimal === "." ? point : comma;
  const one = Math.min(Math.abs(point), Math.abs(comma));
  const other = Math.max(Math.abs(point), Math.abs(comma));
  const fitting = only([point, comma], column);
  if (fitting !== null) return fitting;
  // "1,234" alone groups its digits, as our two languages write; "1.234" may do either.
  const groups = Math.abs(point) > Math.abs(comma);
  if (groups && column.plain < 3) return point;
  return { kind: "two", one: Math.sign(point) * one, other: Math.sign(point) * other };
}

/** A raised figure may be a note's or a power's. */
function raised(value: number, mark: string, column: ColumnEvidence): Verdict {
  if (/[⁰¹²³⁴-⁹]/.test(mark)) {
    const power = value ** Number(mark.normalize("NFKC").replace(/\D/g, ""));
    const isPower = Number.isInteger(value) && near(power, column) && power !== value;
    if (isPower || (Number.isInteger(value) && !near(value, column)))
      return { kind: "two", one: value, other: power };
  }
  return { kind: "number", value, by: "footnote" };
}

function withTail(value: number, tail: string, column: ColumnEvidence): Verdict {
  const glued = parseMeasure(tail);
  const known = column.measure;
  if (known && known.of !== "" && known.of === glued.of)
    return { kind: "number", value: (value * glued.factor) / known.factor, by: "unit" };
  // A lone m is million, metre or a note.
  if (tail === "m" || tail === "b") {
    const inOnes = (value * (tail === "m" ? 1e6 : 1e9)) / (known?.factor ?? 1);
    if (known && column.plain === 0 && inOnes !== value) return { kind: "two", one: value, other: inOnes };
    return oneOf(value, inOnes, column, tail);
  }
  if (glued.factor !== 1) {
    // "45万" under 万人 or 人: the measured thing is left out.
    if (known && (glued.of === "" || known.of === ""))
      return { kind: "number", value: (value * glued.factor) / known.factor, by: "unit" };
    if (known) return refused;
    return oneOf(value, value * glued.factor, column, tail);
  }
  if (isFootnote(tail))
    return column.plain < 3 || within(value, column, 10)
      ? { kind: "number", value, by: "footnote" }
      : refused;
  if (known && known.of !== "" && known.of !== glued.of) return refused;
  const everywhere = column.tails.size === 1;
  return everywhere && (column.plain === 0 || near(value, column))
    ? { kind: "number", value, by: "unit" }
    : refused;
}

/** As it stands, or in ones: by the column's plain numbers; without any, as it stands when all have the same unit, else in ones. */
function oneOf(asWritten: number, inOnes: number, column: ColumnEvidence, tail: string): Verdict {
  if (column.plain === 0) {
    if (column.tails.size === 1 && column.tails.has(tail))
      return { kind: "number", value: asWritten, by: "unit" };
    return { kind: "number", value: inOnes, by: "unit" };
  }
  const fitting = only([asWritten, inOnes], column);
  return fitting === null
    ? { kind: "two", one: asWritten, other: inOnes }
    : { kind: "number", value: fitting, by: "unit" };
}

/** The only one of the readings that lies among the column's plain numbers; null when none or both do. */
function only(readings: readonly number[], column: ColumnEvidence): number | null {
  if (column.plain < 3) return null;
  const fitting = readings.filter((each) => near(each, column));
  return fitting.length === 1 ? fitting[0] : null;
}

function near(value: number, column: ColumnEvidence): boolean {
  return within(value, column, 3);
}

/** Whether a value lies within the plain numbers' range, stretched by a factor on either side. */
export function within(value: number, column: ColumnEvidence, factor: number): boolean {
  const size = Math.abs(value);
  return column.plain > 0 && size >= column.least / factor && size <= column.greatest * factor;
}
