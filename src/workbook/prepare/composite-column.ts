import { determination } from "../../engine/index";
import type { Classification } from "./classify-column";
import { numberIn } from "./column-profile";
import type { PlainTable } from "./plain-table";

const indexWords = /\bindex\b|\bscore\b|指数|得分|评分|\bíndice\b|\bindice\b/i;
/** From this share of its ranks on, a column follows from the others. */
const followed = 0.95;
/** Fewer columns make no index. */
const leastParts = 3;

/**
 * An index that stands in the table already, made from its indicators, is none of them: a column that is called an index and
 * whose order follows from the others'. It is kept beside, to be compared with.
 */
export function asideFromComposites(
  plain: PlainTable,
  classes: readonly Classification[],
  isYearly: (column: number) => boolean,
  marks: ReadonlySet<string>,
): Classification[] {
  const indicators = classes.flatMap(({ role }, column) =>
    role === "indicator" && !isYearly(column) ? [column] : [],
  );
  const wordOf = (column: number) => indexWords.exec(plain.texts[column].label ?? "")?.[0];
  const parts = indicators.filter((column) => wordOf(column) === undefined);
  if (parts.length < leastParts || parts.length === indicators.length) return [...classes];
  const numbers = (column: number) =>
    Float64Array.from(plain.rows, (row) => numberIn(plain.table.rows[row][column] ?? null, marks));
  const columns = parts.map(numbers);
  return classes.map((found, column) => {
    const word = wordOf(column);
    if (word === undefined || !indicators.includes(column)) return found;
    const share = determination(numbers(column), columns);
    if (!(share >= followed)) return found;
    return {
      role: "covariate",
      why: { code: "composite", params: { word, share: Math.round(100 * share) } },
    };
  });
}
