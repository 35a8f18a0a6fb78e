import { correlations } from "../stats/correlation-matrix";
import { standardDeviation } from "../stats/moments";
import { hasSpread, unitRange } from "../stats/rescale";
import { basis, columnsOn, noteNoSpread, shares, weighter } from "./weighter";

/** What 1 − r may be by the noise of arithmetic alone. */
const noise = 1e-12;

/**
 * CRITIC: C_j = σ_j Σ_k (1 − r_jk), w = C/ΣC: much contrast, little in common with the siblings. σ and Pearson's r of
 * the scores brought to 0–1 (or of the measured values as they are, turned so that larger is better); σ with n − 1
 * (`deviation` population: n); `absolute` takes |r|. Missing: σ over the units that have the sibling, r over those that
 * have both; fewer than three in common count as r = 0.
 *
 * A sibling without spread gets 0, with a warning, and is left out of the others' sums. Where every C is 0 (one
 * sibling, or all perfectly correlated) the weights are equal.
 * Source: Diakoulaki, Mavrotas & Papayannakis (1995), Computers & Operations Research 22, 763–770.
 * @example 0, 0.5, 1 with 1, 0.5, 0 → 0.5, 0.5
 */
export const critic = weighter({
  key: "critic",
  label: { en: "CRITIC", "zh-CN": "CRITIC 权重法" },
  synonyms: ["critic weights", "critic法", "critic权重"],
  reference: "Diakoulaki, Mavrotas & Papayannakis (1995), Computers & Operations Research 22, 763–770",
  parameters: {
    absolute: {
      kind: "flag",
      label: { en: "Correlations without sign", "zh-CN": "相关系数取绝对值" },
      fallback: false,
    },
    deviation: {
      kind: "choice",
      label: { en: "Standard deviation with", "zh-CN": "标准差分母" },
      fallback: "sample",
      options: { sample: { en: "n − 1", "zh-CN": "n − 1" }, population: { en: "n", "zh-CN": "n" } },
    },
    on: basis("scores"),
  },
  weigh: (settings) => {
    const { parameters } = settings;
    const data = columnsOn(settings, parameters.on).map((column) =>
      parameters.on === "measured" && hasSpread(column) ? column : unitRange(column),
    );
    noteNoSpread(
      settings,
      data.flatMap((column, child) => (column ? [] : [child])),
    );
    const matrix = correlations(data.map((column) => column ?? new Float64Array(0)));
    return shares(
      Float64Array.from(data, (column, j) => {
        if (!column) return 0;
        let conflict = 0;
        matrix[j].forEach((r, k) => {
          if (k === j || !data[k]) return;
          const common = Number.isNaN(r) ? 0 : parameters.absolute ? Math.abs(r) : r;
          if (1 - common > noise) conflict += 1 - common;
        });
        return standardDeviation(column, parameters.deviation === "population") * conflict;
      }),
    );
  },
});
