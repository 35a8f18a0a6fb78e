import { imputer } from "./imputer";
import { fillFromYears } from "./fill-from-years";

/**
 * The latest earlier observation of the same unit, not older than `years` (blank: however old).
 *
 * With ahead = yes a cell that nothing precedes takes the earliest later observation, under the same limit. What no year
 * has stays missing. Needs data of several years; with one, nothing is filled (warned).
 * Source: Becker et al. (2022), COINr, `impute_panel` with "latest" (`max_time`), and "constant" for ahead = yes.
 * @example 2020: 7, 2021: –, 2022: – → 7, 7
 */
export const latest = imputer({
  key: "latest",
  label: { en: "Latest observation", "zh-CN": "沿用最近年份" },
  synonyms: ["last observation", "locf", "carry forward", "最近年份", "沿用上年", "最近值"],
  reference: "Becker et al. (2022), COINr, impute_panel",
  parameters: {
    years: {
      kind: "number",
      label: { en: "At most so many years old", "zh-CN": "最多回溯年数" },
      fallback: NaN,
      min: 0,
      max: 1000,
    },
    ahead: {
      kind: "flag",
      label: { en: "Else the earliest later one", "zh-CN": "无则取之后最早年份" },
      fallback: false,
    },
  },
  impute(block, settings) {
    const { years, ahead } = settings.parameters;
    const most = Number.isNaN(years) ? Infinity : years;
    fillFromYears(block, settings, ({ time, before, beforeTime, after, afterTime }) => {
      if (time - beforeTime <= most) return before;
      return ahead && afterTime - time <= most ? after : NaN;
    });
  },
});
