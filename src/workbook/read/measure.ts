import { fold } from "./words";

/** A unit of measure: how many ones it counts in, and of what. "万元" is 10,000 of 元, "km" is 1 of km. */
export interface Measure {
  readonly factor: number;
  readonly of: string;
}

const scales: readonly (readonly [RegExp, number])[] = [
  [/^(万亿|兆(?!瓦|帕|赫|字|焦))/, 1e12],
  [/^亿/, 1e8],
  [/^千万/, 1e7],
  [/^百万/, 1e6],
  [/^十万/, 1e5],
  [/^万/, 1e4],
  [/^千(?!克|瓦|米|卡|帕|伏|焦|赫)/, 1e3],
  [/^百(?!分)/, 1e2],
  [/^trillions?\b/i, 1e12],
  [/^(billions?|bn)\b/i, 1e9],
  [/^(millions?|mio|mln|mn)\b\.?/i, 1e6],
  [/^(thousands?|k)(?![a-z])/i, 1e3],
  [/^M(?![a-z])/, 1e6],
];

/** Reads a unit of measure. What is not understood is 1 of itself. */
export function parseMeasure(text: string): Measure {
  const plain = text.normalize("NFKC").trim();
  for (const [pattern, factor] of scales) {
    const found = pattern.exec(plain);
    if (found) return { factor, of: fold(plain.slice(found[0].length)) };
  }
  // "US$ million", "persons (thousands)"
  const behind = /^(.*?)[\s(]+(trillions?|billions?|bn|millions?|mn|thousands?|'?000s?)\)?$/i.exec(plain);
  if (behind) {
    const word = behind[2].replace("'", "").toLowerCase();
    const factor = word.startsWith("000") ? 1e3 : parseMeasure(word).factor;
    return { factor, of: fold(behind[1]) };
  }
  return { factor: 1, of: fold(plain) };
}

/** The measure that a header carries in brackets, or behind its last comma: "GDP（亿元）", "人口，万人"; "" for none. */
export function measureInHeader(header: string): string {
  const text = header.normalize("NFKC").trim();
  const bracket = /\(([^()]*)\)[^()]*$/.exec(text)?.[1] ?? /[,;:]\s*([^,;:]{1,12})$/.exec(text)?.[1] ?? "";
  // "(2020)", "(CENSO 2017)", "(al 2021)" say when, not in what; "(2021 PPP $)" says both.
  return /^\s*(19|20)\d\d|^[\p{L}\s.]*(19|20)\d\d年?\s*$/u.test(bracket) ? "" : bracket.trim();
}

const perMille = /^(‰|permill?e?)$/i;
/** One hundredth, one thousandth, one ten-thousandth behind a number; 0 for none of these. */
export function shareOf(tail: string): number {
  const text = tail.normalize("NFKC").trim();
  if (/^(%|pct\.?|per ?cent|百分点|个百分点)$/i.test(text)) return 0.01;
  if (perMille.test(text)) return 0.001;
  return text === "‱" ? 0.0001 : 0;
}

/** Letters, stars, bracketed marks that point at a note: "a", "*", "(b)", "[1]", "c,d", "注1". */
export function isFootnote(tail: string): boolean {
  return /^(\*{1,3}|#|†|‡|§|[a-z](\s?,\s?[a-z])*|\([a-z0-9]{1,2}\)|\[[a-z0-9]{1,3}\]|\(?注\d{0,2}\)?)$/.test(
    tail.normalize("NFKC").trim(),
  );
}
