import { issue } from "../../base/issue";
import { shares, weighter } from "./weighter";

/**
 * Budget allocation: the mean over the experts of the points that each gave to the siblings, scaled to add up to 1. An
 * expert who gave a sibling nothing is passed over in that sibling's mean. Where a sibling has no points at all the
 * siblings weigh the same, with a warning; where all have zero, too.
 * Source: OECD/JRC Handbook (2008), p. 96, "Budget allocation process".
 * @example means 30, 50, 20 → 0.3, 0.5, 0.2
 */
export const points = weighter({
  key: "points",
  label: { en: "Experts' points (budget allocation)", "zh-CN": "专家打分法" },
  synonyms: ["budget allocation", "experts' points", "专家打分", "德尔菲", "德尔菲法", "专家赋权"],
  reference: "OECD/JRC Handbook (2008), p. 96",
  parameters: {},
  weigh: ({ points: given, names, parent, issues }) => {
    const missing = names.filter((_, child) => Number.isNaN(given[child]));
    if (missing.length > 0) {
      const params = { parent: parent.name, missing: missing.join(", ") };
      issues.push(issue("warning", "weight.no-points", params, { node: parent.node }));
    }
    return shares(given);
  },
});
