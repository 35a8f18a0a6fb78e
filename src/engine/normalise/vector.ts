import { extent } from "../stats/moments";
import { constant, mapped, normaliser } from "./normaliser";

/**
 * Vector normalisation: x/√Σx² over the present values, as TOPSIS wants it.
 *
 * Not bounded by the score's scale. Missing stays missing. A column of zeros: 0.
 * Source: Hwang & Yoon (1981), Multiple Attribute Decision Making, p. 131.
 * @example [3, 4] → 0.6, 0.8
 */
export const vector = normaliser({
  key: "vector",
  label: { en: "Vector", "zh-CN": "向量归一化" },
  synonyms: ["vector normalisation", "向量", "平方和归一化", "向量归一化"],
  reference: "Hwang & Yoon (1981), p. 131",
  parameters: {},
  fit(column) {
    const { min, max } = extent(column);
    // In units of the greatest value, so that squares neither overflow nor vanish.
    const unit = Math.max(Math.abs(min), Math.abs(max));
    if (!(unit > 0)) return constant(0);
    let squares = 0;
    for (let i = 0; i < column.length; i += 1) {
      if (column[i] === column[i]) squares += (column[i] / unit) * (column[i] / unit);
    }
    const length = Math.sqrt(squares);
    return mapped((value) => value / unit / length);
  },
});
