/** The parameters of benefit of the doubt, as weights and as a score: how much of a unit's score one child may be. */
export const shareBounds = {
  least: {
    kind: "number",
    label: { en: "Least share in a unit's score (%)", "zh-CN": "单项贡献下限（%）" },
    fallback: 0,
    min: 0,
    max: 100,
  },
  most: {
    kind: "number",
    label: { en: "Greatest share in a unit's score (%)", "zh-CN": "单项贡献上限（%）" },
    fallback: 100,
    min: 0,
    max: 100,
  },
} as const;
