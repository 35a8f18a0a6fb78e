import { placeOf } from "../stats/place";
import { sorted } from "../stats/quantile";
import { mapped, normaliser } from "./normaliser";
import { tiesOf, tiesParameter } from "./ties";

/**
 * Borda count: rank − 1, how many units of the reference are worse.
 *
 * The result runs from 0 to n − 1 and is not bounded by the score's scale. Missing stays missing. Without spread all
 * share one place.
 * Source: OECD/JRC Handbook (2008), p. 109; Becker et al. (2022), COINr, `n_borda`.
 * @example fit([30, 10, 20])([20]) // 1
 */
export const borda = normaliser({
  key: "borda",
  label: { en: "Borda count", "zh-CN": "博尔达计数" },
  synonyms: ["borda count", "borda计数", "博尔达", "波达计数"],
  reference: "OECD/JRC Handbook (2008), p. 109",
  parameters: { ties: tiesParameter },
  fit(column, { parameters: { ties } }) {
    const reference = sorted(column);
    return mapped((value) => placeOf(reference, value, tiesOf(ties)) - 1);
  },
});
