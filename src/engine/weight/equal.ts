import { weighter } from "./weighter";

/**
 * Equal weights: 1/k for each of k siblings.
 * Source: OECD/JRC Handbook (2008), p. 31.
 * @example weigh four siblings → 0.25 each
 */
export const equal = weighter({
  key: "equal",
  label: { en: "Equal", "zh-CN": "等权" },
  synonyms: ["equal weights", "等权", "等权重", "均权"],
  reference: "OECD/JRC Handbook (2008), p. 31",
  parameters: {},
  weigh: ({ given }) => new Float64Array(given.length).fill(1 / given.length),
});
