import { quantile, sorted } from "../stats/quantile";
import { fillByGroup, groupParameter } from "./fill-by-group";
import { imputer } from "./imputer";

/**
 * Missing values take the median of the indicator inside the unit's group; where the group has none, of the unit's group in
 * the next coarser group column, in the end of all units (each noted). An indicator without any value stays missing.
 * Source: OECD/JRC Handbook (2008), p. 55; COINr `i_median_grp`.
 * @example groups a, a, b: [1, NaN, 9] → [1, 1, 9]
 */
export const groupMedian = imputer({
  key: "group-median",
  label: { en: "Median of the group", "zh-CN": "组内中位数填补" },
  synonyms: ["group median", "组内中位数", "分组中位数", "组内中位数填补"],
  reference: "OECD/JRC Handbook (2008), p. 55",
  parameters: groupParameter,
  impute: fillByGroup((column) => quantile(sorted(column), 0.5)),
});
