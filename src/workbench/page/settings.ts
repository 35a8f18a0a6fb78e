import type { Locale } from "../../base/label";
import { locales, nearestLocale } from "../../base/label";
import type { Level } from "../wire/requirements";
import { levels } from "../wire/requirements";

export interface Settings {
  readonly level: Level;
  readonly language: Locale;
  readonly theme: "light" | "dark";
}
const key = "scorebook.workbench";

/** What the address asks for, else what was chosen last, else what the browser prefers. */
export function startSettings(address: URLSearchParams): Settings {
  const chosen: Partial<Settings> = JSON.parse(localStorage.getItem(key) ?? "{}");
  const pick = <T extends string>(name: keyof Settings, known: readonly T[], otherwise: T): T =>
    known.find((each) => each === address.get(name)) ??
    known.find((each) => each === chosen[name]) ??
    otherwise;
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  return {
    level: pick("level", levels, "web"),
    language: pick("language", locales, nearestLocale(navigator.language)),
    theme: pick("theme", ["light", "dark"] as const, dark ? "dark" : "light"),
  };
}

export function rememberSettings(settings: Settings): void {
  localStorage.setItem(key, JSON.stringify(settings));
}
