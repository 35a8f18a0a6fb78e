import { fold } from "./words";

/**
 * A header without what people add to it: footnote marks ("1a/", "¹", "*", "[2]"), a unit or year in brackets. "GDP（亿元）1/"
 * and "gdp" are alike; whether they are the same is for the caller to decide.
 */
export function looseHeader(header: string): string {
  let text = header
    .replace(/(?<=\D)[¹²³⁴-⁹⁰ᵃ-ᶻ①-⑳†‡]+\s*$/u, "")
    .normalize("NFKC")
    .replace(/\s+/g, " ")
    .trim();
  for (let before = ""; before !== text;) {
    before = text;
    text = text
      .replace(/(\s*\d{1,2}[a-z]?\/)+$/i, "")
      .replace(/\s*(\*+|\[[^\]]*\]|\([^()]*\)|,\s*%|%)$/, "")
      .trim();
  }
  return fold(text);
}
