import type { Locale } from "../../base/label";
import { families, variedMethods, type RobustnessPlan } from "../../engine/index";
import { fill, texts } from "../../messages/say";
import { labelOf } from "./context";

/** What a plan varies, in words: "weights by ±25 %, Normalisation (z-score, Rank)". */
export function planWords(plan: RobustnessPlan, locale: Locale): string {
  const { varied, choices } = texts(locale).robustness;
  const { separator } = texts(locale).sheet.common;
  const percent = (share: number) => `${Math.round(share * 1000) / 10}${locale === "en" ? " " : ""}%`;
  const { weights } = plan;
  const parts: string[] = [];
  if (weights) {
    const levels = Object.entries(weights.levels).map(([level, spread]) =>
      fill(varied.level, { level, spread: percent(spread) }),
    );
    const general = fill(varied[weights.method], { spread: percent(weights.spread) });
    parts.push(
      levels.length > 0 ? fill(varied.methods, { step: general, methods: levels.join(separator) }) : general,
    );
  }
  for (const method of variedMethods) {
    if (plan[method].length === 0) continue;
    const methods = plan[method].map((choice) => labelOf(families[method], choice, locale)).join(separator);
    parts.push(fill(varied.methods, { step: choices[method], methods }));
  }
  if (plan.leaveOneOut) parts.push(varied.leaveOneOut);
  return parts.length > 0 ? parts.join(separator) : varied.nothing;
}
