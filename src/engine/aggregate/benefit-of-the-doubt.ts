import { shareBounds } from "../share-bounds";
import { envelopment } from "../stats/envelopment";
import { extent } from "../stats/moments";
import { aggregator, counting, ontoScale } from "./aggregator";

/** How near to the optimum the solver ends. */
const solved = 1e-7;

/**
 * Benefit of the doubt: every unit is scored by the weights that are best for it, the greatest Σ w z under weights w ≥ 0 by
 * which no unit gets more than 1; put on the score's scale (0 its low end, 1 its high end). `least` and `most` bound every
 * child's share in the unit's own score, in percent; a bound that cannot be kept gives way. The parent's weights say only
 * which children count: those of weight zero do not.
 *
 * Defined for scores of zero or more. A missing child counts as zero in the unit's own score and in the others' bounds, so
 * that it can neither gain nor set a mark by it. A score depends on which other units there are. One linear programme a
 * unit, over the units that no other is better than in everything: slow for many thousands of units that are all different.
 * Source: Cherchye et al. (2007), Social Indicators Research 82, 111–145; Handbook (2008), pp. 92–94; for missing values
 * Kuosmanen (2009), Journal of the Operational Research Society 60, 1767–1778.
 * @example units (1, 0.2), (0.2, 1), (0.5, 0.5) on 0–1 → 1, 1, 5/6
 */
export const benefitOfTheDoubt = aggregator({
  key: "benefit-of-the-doubt",
  label: { en: "Benefit of the doubt (DEA)", "zh-CN": "数据包络法（BOD）" },
  synonyms: ["bod", "dea", "benefit of the doubt", "data envelopment", "数据包络", "数据包络分析"],
  reference: "Cherchye et al. (2007), Social Indicators Research 82",
  parameters: shareBounds,
  domain: () => "not-negative",
  keeps: { between: false, rises: true, dominance: true },
  precision: solved,
  aggregate(columns, weights, out, { least, most }, scale) {
    const children = counting(weights).map((child) => columns[child]);
    // Every column in units of its greatest value: the programme does not mind, and its solver works best near 1.
    const greatest = children.map((column) => extent(column).max);
    const present: number[] = [];
    const rows: Float64Array[] = [];
    for (let i = 0; i < out.length; i += 1) {
      if (children.every((column) => column[i] !== column[i])) continue;
      present.push(i);
      rows.push(
        Float64Array.from(children, (column, j) => (greatest[j] > 0 ? column[i] / greatest[j] || 0 : 0)),
      );
    }
    const bounded = least > 0 || most < 100;
    const { scores } = envelopment(rows, bounded ? { least: least / 100, most: most / 100 } : null);
    out.fill(NaN);
    // Units on the frontier are level: the solver's last digits must not rank them.
    present.forEach((unit, row) => (out[unit] = scores[row] > 1 - solved ? 1 : scores[row]));
    ontoScale(out, scale);
  },
});
