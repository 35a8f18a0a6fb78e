/** The languages Scorebook speaks. */
export type Locale = "en" | "zh-CN";
export const locales: readonly Locale[] = ["en", "zh-CN"];

/** One short text in every language. */
export type Label = Readonly<Record<Locale, string>>;

/** The language of ours that is nearest to a host's language tag ("zh-Hans-CN", "en-GB"). */
export function nearestLocale(tag: string): Locale {
  return tag.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
}
