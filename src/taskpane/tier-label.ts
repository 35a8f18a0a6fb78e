import { locales, type Locale } from "../base/label";
import type { Recipe, Tier } from "../engine/index";
import { texts } from "../messages/say";

/** Whether the user named the tiers; the names that stand for none are known in both languages. */
export function hasOwnLabels({ tierLabels }: Recipe): boolean {
  const written = tierLabels.join();
  return tierLabels.length > 0 && !locales.some((each) => texts(each).sheet.tierNames.join() === written);
}

/** A tier's name; one that the user gave no name is numbered in the reader's language. */
export function tierLabel({ tier, label }: Tier, recipe: Recipe, locale: Locale): string {
  return hasOwnLabels(recipe) ? label : (texts(locale).sheet.tierNames[tier] ?? label);
}
