import type { Locale } from "../base/label";
import { texts } from "../messages/say";

/** The rows of the Settings sheet, in order. The English key is what code and command line use. */
export const settingKeys = [
  "index name",
  "scale",
  "decimals",
  "availability",
  "imputation",
  "treatment",
  "normalisation",
  "weights",
  "first-level weights",
  "aggregation",
  "tiers",
  "tier labels",
  "tiers on",
  "tiers within",
  "groups",
  "covariates",
  "top and bottom",
  "data sheets",
  "unit column",
  "code column",
  "year column",
  "missing marks",
  "hidden rows",
  "year",
  "base year",
  "formulas",
  "robustness",
  "accepted",
  "language",
] as const;
export type SettingKey = (typeof settingKeys)[number];

/** A setting's key as the user reads it. */
export function settingLabel(key: SettingKey, locale: Locale): string {
  return texts(locale).sheet.settings[key].label;
}
