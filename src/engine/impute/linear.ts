import { imputer } from "./imputer";
import { between, fillFromYears } from "./fill-from-years";

/**
 * On the straight line in time between the same unit's nearest observations before and after. Before the first and after
 * the last observation the cell stays missing. Needs data of several years; with one, nothing is filled (warned).
 * Source: OECD/JRC Handbook (2008), p. 55; R, `approx(rule = 1)`.
 * @example 2020: 4, 2021: –, 2024: 8, 2025: – → 5, –
 */
export const linear = imputer({
  key: "linear",
  label: { en: "Line between years", "zh-CN": "年份间线性插值" },
  synonyms: ["linear interpolation", "interpolation", "线性插值", "线性内插"],
  reference: "OECD/JRC Handbook (2008), p. 55",
  parameters: {},
  impute: (block, settings) => fillFromYears(block, settings, between),
});
