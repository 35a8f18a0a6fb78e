import { columnName, quoteSheet } from "../../../base/address";
import { each, type Gradual } from "../../../base/gradual";
import type { SheetContext } from "../context";
import type { DataRows, LivePlan } from "./live-plan";
import type { LiveScale } from "./live-scale";
import type { TableCells } from "../table-cells";

/** Where a unit has no value, score or rank. */
export const none = '"–"';

/**
 * Values looked up on the data sheets, and scores made of them by the scales on the Weights sheet. A value that was
 * filled, treated or read with a repair stays a number. A piece a unit.
 */
export function* putIndicatorFormulas(
  { result }: SheetContext,
  plan: LivePlan,
  scores: TableCells,
  weights: TableCells,
  weightRow: (indicator: number) => number,
): Gradual<void> {
  const { study } = result;
  yield* each(Array.from(result.order), (unit, place) => {
    const row = scores.top + place;
    plan.data.forEach((data, d) => {
      if (data.keyColumn >= 0 && data.rows[unit] >= 0)
        scores.put(`row ${d}`, row, lookup(data, unit, scores, row));
    });
    study.indicators.forEach((_, j) => {
      const source = plan.values[j];
      const scale = plan.scales[j];
      if (!scale) return;
      if (source?.holds[unit]) {
        const value = valueAt(plan.data[source.data], source.data, source.column, unit, scores, row);
        const by =
          source.denominator &&
          valueAt(
            plan.data[source.denominator.data],
            source.denominator.data,
            source.denominator.column,
            unit,
            scores,
            row,
          );
        // The mean of one cell is its number, or an error where it holds none.
        const quotient = by ? `AVERAGE(${value})/AVERAGE(${by})` : `AVERAGE(${value})`;
        scores.put(`value ${j}`, row, `=IFERROR(${quotient},${none})`);
      }
      const measured = scores.beside(`value ${j}`, row);
      const at = weightRow(j);
      if (scale.ideal)
        scores.put(`closeness ${j}`, row, closeness(scale.ideal, measured, weights.cell("reach", at)));
      const value = scale.ideal ? scores.beside(`closeness ${j}`, row) : measured;
      const end = (key: string) => weights.cell(key, at);
      scores.put(`score ${j}`, row, `=IF(ISNUMBER(${value}),${scaled(scale, value, end)},${none})`);
    });
    const all = study.indicators.map((_, j) => scores.beside(`score ${j}`, row));
    scores.put("check", row, `=ROUND(SUM(${all[0]}:${all[all.length - 1]})-${scores.beside("run", row)},9)`);
  });
}

/** The place of a unit's row among the data sheet's. */
function lookup(data: DataRows, unit: number, scores: TableCells, row: number): string {
  const letter = columnName(data.keyColumn);
  const key = data.keys[unit] === scores.value("unit", row) ? "unit" : "code";
  return `=MATCH(${scores.beside(key, row)},${quoteSheet(data.sheet)}!$${letter}$${data.top + 1}:$${letter}$${data.bottom + 1},0)`;
}

function valueAt(
  data: DataRows,
  d: number,
  column: number,
  unit: number,
  scores: TableCells,
  row: number,
): string {
  const letter = columnName(column);
  const sheet = quoteSheet(data.sheet);
  return data.keyColumn < 0
    ? `${sheet}!$${letter}$${data.rows[unit] + 1}`
    : `INDEX(${sheet}!$${letter}$${data.top + 1}:$${letter}$${data.bottom + 1},${scores.beside(`row ${d}`, row)})`;
}

function closeness({ from, to }: NonNullable<LiveScale["ideal"]>, value: string, reach: string): string {
  return `=IF(ISNUMBER(${value}),1-MAX(${number(from)}-${value},${value}-${number(to)},0)/${reach},${none})`;
}

/** The score of a value that is there. `end` gives the cell of an end of the scale. */
function scaled(scale: LiveScale, value: string, end: (key: string) => string): string {
  const [from, to, low, high] = [end("from"), end("to"), end("score from"), end("score to")];
  if (scale.form === "exponential") return `${low}*(${high}/${low})^((${value}-${from})/(${to}-${from}))`;
  const share =
    scale.form === "log"
      ? `(LN(${value})-LN(${from}))/(LN(${to})-LN(${from}))`
      : `(${value}-${from})/(${to}-${from})`;
  const score = `${low}+(${high}-${low})*${share}`;
  const { low: least, high: most } = scale.clip;
  const cut = most === null ? score : `MIN(${high},${score})`;
  const clipped = least === null ? cut : `MAX(${low},${cut})`;
  // A value without a logarithm lies beyond the worse end where less is worse, beyond the better one where more is.
  if (scale.form !== "log") return clipped;
  return `IF(${value}>0,${clipped},IF(${from}<${to},${low},${high}))`;
}

/** A number as formulas write it. */
export function number(value: number): string {
  return value < 0 ? `(${value})` : String(value);
}
