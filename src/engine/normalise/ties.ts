import type { Ties } from "../stats/rank";

/** The parameter of every rank-based normaliser. */
export const tiesParameter = {
  kind: "choice",
  label: { en: "Ties", "zh-CN": "并列" },
  fallback: "average",
  options: {
    min: { en: "least place", "zh-CN": "取最小" },
    average: { en: "mean place", "zh-CN": "取平均" },
    max: { en: "greatest place", "zh-CN": "取最大" },
  },
} as const;

export function tiesOf(word: string): Ties {
  return word === "min" || word === "max" ? word : "average";
}
