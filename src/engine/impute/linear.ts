import { imputer } from "./imputer";
import { between, fillFromYears } from "./fill-from-years";

/**
 * On the straight line in time between the same unit's nearest observations before and after. Before the first and after
 * the last observation the cell stays missing. Needs data of several years; with one, nothing is filled (warned).
 * Source: R, `stats::approx(rule = 1)`; Becker et al. (2022), COINr, `impute_panel`.
 * @example 2020: 4, 2021: –, 2024: 8, 2025: – → 5, –
 */
export const linear = imputer({
  key: "linear",
  label: { en: "Line between years", "zh-CN": "年份间线性插值" },
  synonyms: ["linear interpolation", "interpolation", "线性插值", "线性内插"],
  reference: "R, stats::approx with rule 1",
  parameters: {},
  impute: (block, settings) => fillFromYears(block, settings, between),
});
