import { tiering } from "./tiering";

/**
 * Fixed cut-offs: the lower bounds of the tiers, inclusive (≥ 70, 60–70, < 60).
 * Source: UNDP HDR 2025, reader's guide (0.800, 0.700, 0.550); common in Chinese assessments.
 * @example values 70, 60: a score of 60 stands in the second tier
 */
export const cutOffs = tiering({
  key: "cut-offs",
  label: { en: "Fixed cut-offs", "zh-CN": "固定分数线" },
  synonyms: ["cutoffs", "cut offs", "fixed", "固定", "分数线", "固定分数线"],
  reference: "UNDP HDR 2025, reader's guide",
  parameters: {
    values: {
      kind: "numbers",
      label: { en: "Lower bounds", "zh-CN": "各档下限" },
      fallback: [70, 60],
      min: -1e9,
      max: 1e9,
    },
  },
  fixed: true,
  cuts: (_, { values }) => [...new Set(values)].sort((a, b) => b - a),
});
