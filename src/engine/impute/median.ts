import { quantile, sorted } from "../stats/quantile";
import { fillByColumn, imputer } from "./imputer";

/**
 * Missing values take the median of the indicator's present ones. An indicator without any stays missing.
 * Source: OECD/JRC Handbook (2008), p. 55.
 * @example [1, NaN, 3, 100] → [1, 3, 3, 100]
 */
export const median = imputer({
  key: "median",
  label: { en: "Median", "zh-CN": "中位数填补" },
  synonyms: ["中位数", "中位数填补"],
  reference: "OECD/JRC Handbook (2008), p. 55",
  parameters: {},
  impute: fillByColumn((column) => quantile(sorted(column), 0.5)),
});
