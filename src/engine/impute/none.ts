import { imputer } from "./imputer";

/**
 * Nothing is filled: weights are scaled up over the indicators that are present.
 * Source: OECD/JRC Handbook (2008), p. 24.
 * @example [1, NaN] → [1, NaN]
 */
export const none = imputer({
  key: "none",
  label: { en: "None: weigh what is present", "zh-CN": "不填补（按已有指标重分权重）" },
  synonyms: ["no", "无", "不填补"],
  reference: "OECD/JRC Handbook (2008), p. 24",
  parameters: {},
  impute: () => undefined,
});
