import { shares, weighter } from "./weighter";

/**
 * The framework's own weights (fractions, percents or points), scaled inside each parent to add up to 1.
 * Where a sibling has none, or all are zero, the siblings weigh the same; reading the framework has warned of it.
 * Source: OECD/JRC Handbook (2008), p. 31.
 * @example weigh 20, 30, 30, 20 → 0.2, 0.3, 0.3, 0.2
 */
export const given = weighter({
  key: "given",
  label: { en: "As given in the framework", "zh-CN": "指标体系给定权重" },
  synonyms: ["framework", "as given", "给定", "给定权重", "指标体系"],
  reference: "OECD/JRC Handbook (2008), p. 31",
  parameters: {},
  weigh: ({ given: weights }) => shares(weights),
});
