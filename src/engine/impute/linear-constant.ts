import { imputer } from "./imputer";
import { between, fillFromYears } from "./fill-from-years";

/**
 * On the straight line in time between the same unit's nearest observations; before the first observation the first,
 * after the last the last. What no year has stays missing. Needs data of several years; with one, nothing is filled
 * (warned).
 * Source: Becker et al. (2022), COINr, `impute_panel` with "linear"; R, `approx(rule = 2)`.
 * @example 2020: 4, 2021: –, 2024: 8, 2025: – → 5, 8
 */
export const linearConstant = imputer({
  key: "linear-constant",
  label: { en: "Line between years, constant ends", "zh-CN": "线性插值（两端取最近值）" },
  synonyms: ["linear constant", "linear with constant ends", "线性插值两端不变"],
  reference: "Becker et al. (2022), COINr, impute_panel",
  parameters: {},
  impute: (block, settings) =>
    fillFromYears(block, settings, (neighbours) => {
      if (Number.isNaN(neighbours.before)) return neighbours.after;
      return Number.isNaN(neighbours.after) ? neighbours.before : between(neighbours);
    }),
});
