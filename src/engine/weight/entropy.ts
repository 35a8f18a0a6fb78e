import { issue } from "../../base/issue";
import { count, extent } from "../stats/moments";
import { hasSpread, unitRange, unitSize } from "../stats/rescale";
import { basis, columnsOn, noteNoSpread, shares, weighter } from "./weighter";

const shifts = ["none", "0.0001", "0.01", "spssau"] as const;

/**
 * Entropy weights: z = (x − min)/(max − min) of a sibling's scores, p = z/Σz, e = −Σ p ln p / ln n with 0·ln 0 = 0,
 * w = (1 − e)/Σ(1 − e). n is the number of units that have that sibling (missing is passed over, column by column).
 *
 * `shift` is added before p: nothing, 0.0001, 0.01, or, as SPSSAU does, |min| + 0.01 to a column whose least value is
 * not above zero. `on` measured: p from the values themselves, turned so that larger is better, without min-max; for
 * ratio-scaled values of one sign (values all below zero give the p of their sizes), else z is taken.
 *
 * A sibling without spread tells nothing: e = 1, weight 0, with a warning; when all are so, equal weights. Among three
 * or more siblings one with over half of the weight gets a warning that shows its weight under every shift.
 * Source: Shannon (1948); Hwang & Yoon (1981), Multiple Attribute Decision Making, p. 52; SPSSAU, 熵值法.
 * @example z = 0, 0.5, 1 and 0, 0, 1 → 0.296, 0.704
 */
export const entropy = weighter({
  key: "entropy",
  label: { en: "Entropy", "zh-CN": "熵权法" },
  synonyms: ["entropy weights", "shannon entropy", "熵权", "熵值法", "熵值"],
  reference: "Hwang & Yoon (1981), Multiple Attribute Decision Making, p. 52",
  parameters: {
    shift: {
      kind: "choice",
      label: { en: "Shift before the logarithm", "zh-CN": "取对数前的平移" },
      fallback: "none",
      options: {
        none: { en: "None (0·ln 0 = 0)", "zh-CN": "不平移（0·ln 0 = 0）" },
        "0.0001": { en: "0.0001", "zh-CN": "0.0001" },
        "0.01": { en: "0.01", "zh-CN": "0.01" },
        spssau: {
          en: "|min| + 0.01 where not above zero (SPSSAU)",
          "zh-CN": "最小值不大于零时加 |min| + 0.01（SPSSAU）",
        },
      },
    },
    on: basis("scores"),
  },
  weigh: (settings) => {
    const { parameters, names, parent, issues } = settings;
    const data = columnsOn(settings, parameters.on).map((column) =>
      parameters.on === "measured" && hasOneSign(column) && hasSpread(column) ? column : unitRange(column),
    );
    noteNoSpread(
      settings,
      data.flatMap((column, child) => (column ? [] : [child])),
    );
    const under = (shift: string) =>
      shares(Float64Array.from(data, (column) => (column ? informationOf(shifted(column, shift)) : 0)));
    const weights = under(parameters.shift);
    const dominant = weights.findIndex((weight) => weight > 0.5);
    if (dominant >= 0 && names.length > 2) {
      const shown = shifts.map((shift) => `${shift} ${(100 * under(shift)[dominant]).toFixed(1)} %`);
      const params = {
        parent: parent.name,
        child: names[dominant],
        share: Math.round(1000 * weights[dominant]) / 10,
        shifts: shown.join(", "),
      };
      issues.push(issue("warning", "weight.dominant", params, { node: parent.node }));
    }
    return weights;
  },
});

function hasOneSign(column: Float64Array): boolean {
  const { min, max } = extent(column);
  return min >= 0 || max <= 0;
}

function shifted(column: Float64Array, shift: string): Float64Array {
  if (shift === "none") return column;
  if (shift !== "spssau") return column.map((value) => value + Number(shift));
  const { min } = extent(column);
  return min <= 0 ? column.map((value) => value - min + 0.01) : column;
}

/**
 * 1 − e = Σ r ln r / (n ln n) with r = p·n. As Σ(r − 1) = 0 it may be taken off term by term, which leaves terms of zero
 * or more and keeps digits where all shares are nearly equal.
 */
function informationOf(column: Float64Array): number {
  const n = count(column);
  const scaled = unitSize(column);
  let total = 0;
  for (const value of scaled) if (value === value) total += value;
  let information = 0;
  for (const value of scaled) {
    if (value !== value) continue;
    const r = (value / total) * n;
    information += r > 0 ? r * Math.log(r) - (r - 1) : 1;
  }
  return Math.max(0, information / (n * Math.log(n)));
}
