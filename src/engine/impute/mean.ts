import { mean as average } from "../stats/moments";
import { fillByColumn, imputer } from "./imputer";

/**
 * Missing values take the mean of the indicator's present ones. An indicator without any stays missing.
 * Source: OECD/JRC Handbook (2008), p. 55, "Unconditional mean imputation".
 * @example [1, NaN, 3] → [1, 2, 3]
 */
export const mean = imputer({
  key: "mean",
  label: { en: "Mean", "zh-CN": "均值填补" },
  synonyms: ["average", "均值", "平均值", "均值填补"],
  reference: "OECD/JRC Handbook (2008), p. 55",
  parameters: {},
  impute: fillByColumn(average),
});
