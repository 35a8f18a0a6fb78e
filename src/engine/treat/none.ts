import { treatment, untouched } from "./treatment";

/**
 * Outliers stay as they are.
 * Source: OECD/JRC Handbook (2008), p. 84.
 * @example [1, 2, 1000] → [1, 2, 1000]
 */
export const none = treatment({
  key: "none",
  label: { en: "None", "zh-CN": "不处理" },
  synonyms: ["no", "无", "不处理"],
  reference: "OECD/JRC Handbook (2008), p. 84",
  parameters: {},
  fit: () => untouched,
});
