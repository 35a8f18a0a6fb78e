import { mean } from "../stats/moments";
import { fillByGroup, groupParameter } from "./fill-by-group";
import { imputer } from "./imputer";

/**
 * Missing values take the mean of the indicator inside the unit's group; where the group has none, of the unit's group in
 * the next coarser group column, in the end of all units (each noted). An indicator without any value stays missing.
 * Source: OECD/JRC Handbook (2008), p. 55; COINr `i_mean_grp`.
 * @example groups a, a, b: [1, NaN, 9] → [1, 1, 9]
 */
export const groupMean = imputer({
  key: "group-mean",
  label: { en: "Mean of the group", "zh-CN": "组内均值填补" },
  synonyms: ["group mean", "组内均值", "分组均值", "组内均值填补"],
  reference: "OECD/JRC Handbook (2008), p. 55",
  parameters: groupParameter,
  impute: fillByGroup(mean),
});
