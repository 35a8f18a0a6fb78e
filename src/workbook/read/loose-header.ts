import type { Indicator } from "../../engine/index";
import { remembering } from "./remember";
import { fold } from "./words";

/** A header without the marks of notes at its end: "1a/", "¹", "*", "[2]". */
export const withoutNotes = remembering((header) =>
  header
    .replace(/(?<=\D)[¹²³⁴-⁹⁰ᵃ-ᶻ①-⑳†‡]+\s*$/u, "")
    .normalize("NFKC")
    .replace(/\s+/g, " ")
    .replace(/(\s*(\d{1,2}[a-z]?\/|\*+|\[[^\]]*\]))+\s*$/i, "")
    .trim(),
);

/**
 * A header without what people add to it: note marks and, where `brackets` is false, a unit or year in brackets at its end
 * too. "GDP（亿元）1/" and "gdp" are alike; whether they are the same is for the caller to decide.
 */
export function looseHeader(header: string, brackets: boolean): string {
  let text = withoutNotes(header);
  if (!brackets) {
    for (let before = ""; before !== text;) {
      before = text;
      text = withoutNotes(text.replace(/\s*(\([^()]*\)|,\s*%|%)$/, ""));
    }
  }
  return fold(text);
}

/** Indicators by the loose form of their name and by their code; a form that two share is nobody's. */
export function looseNames(indicators: readonly Indicator[], brackets: boolean): Map<string, number> {
  const names = new Map<string, number>();
  const shared = new Set<string>();
  indicators.forEach(({ name, code }, j) => {
    for (const key of new Set([looseHeader(name, brackets), looseHeader(code, true)])) {
      if (names.has(key)) shared.add(key);
      names.set(key, j);
    }
  });
  for (const key of [...shared, ""]) names.delete(key);
  return names;
}
