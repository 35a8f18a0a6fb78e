import { placeOf } from "../stats/place";
import { sorted } from "../stats/quantile";
import { mapped, normaliser } from "./normaliser";
import { tiesOf, tiesParameter } from "./ties";

/**
 * Rank: 1 for the worst up to n for the best of the reference; equal values share the least, mean or greatest place.
 * A value that is not in the reference takes the place it would be inserted at.
 *
 * The result runs from 1 to n and is not bounded by the score's scale. Missing stays missing. Without spread all share
 * one place.
 * Source: OECD/JRC Handbook (2008), p. 83, "Ranking".
 * @example fit([30, 10, 20])([20]) // 2
 */
export const rank = normaliser({
  key: "rank",
  label: { en: "Rank", "zh-CN": "秩次" },
  synonyms: ["ranking", "ranks", "秩", "排名", "秩次"],
  reference: "OECD/JRC Handbook (2008), p. 83",
  parameters: { ties: tiesParameter },
  fit(column, { parameters: { ties } }) {
    const reference = sorted(column);
    return mapped((value) => placeOf(reference, value, tiesOf(ties)));
  },
});
