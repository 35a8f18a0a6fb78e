import { standardDeviation as deviationOf } from "../stats/moments";
import { hasSpread, unitRange } from "../stats/rescale";
import { basis, columnsOn, noteNoSpread, shares, weighter } from "./weighter";

/**
 * Weights in proportion to the standard deviation (n − 1): of the scores brought to 0–1, or of the measured values as
 * they are, where units of measure then count. Missing is passed over, column by column. A sibling without spread gets
 * 0, with a warning; when all are so, equal weights.
 * Source: Diakoulaki, Mavrotas & Papayannakis (1995), Computers & Operations Research 22, 763–770, "SD method".
 * @example scores 0, 50, 100 and 0, 0, 100 → deviations 0.5 and 0.577, weights 0.464, 0.536
 */
export const standardDeviation = weighter({
  key: "standard-deviation",
  label: { en: "Standard deviation", "zh-CN": "标准差法" },
  synonyms: ["standard deviation weights", "sd", "标准差", "均方差法", "标准离差法"],
  reference: "Diakoulaki, Mavrotas & Papayannakis (1995), Computers & Operations Research 22, 763–770",
  parameters: { on: basis("scores") },
  weigh: (settings) => {
    const { on } = settings.parameters;
    const data = columnsOn(settings, on).map((column) =>
      on === "measured" && hasSpread(column) ? column : unitRange(column),
    );
    noteNoSpread(
      settings,
      data.flatMap((column, child) => (column ? [] : [child])),
    );
    return shares(Float64Array.from(data, (column) => (column ? deviationOf(column) : 0)));
  },
});
