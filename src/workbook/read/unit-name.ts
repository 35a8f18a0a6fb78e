import { simplified } from "./simplified-characters";

const suffixes =
  /(特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|自治旗|地区|林区|新区|省|市|县|区|州|盟|旗|镇|乡)$/;
const articles = /^the\s+|,\s*the$/g;

/** A unit's name in the form in which spellings agree, and the kind of place that stands at its end. */
export interface UnitName {
  readonly base: string;
  readonly suffix: string;
}

/** Width, spaces, punctuation, case, accents and traditional characters do not count; 市, 县, 区 … is put aside. */
export function unitName(name: string): UnitName {
  const plain = [...name.normalize("NFKC").toLowerCase()]
    .map((letter) => simplified.get(letter) ?? letter)
    .join("")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(articles, "")
    .replace(/&/g, "and")
    .replace(/[^\p{L}\p{N}]+/gu, "");
  const suffix = suffixes.exec(plain)?.[0] ?? "";
  const base = plain.slice(0, plain.length - suffix.length);
  // 沙市 without its 市 is a letter, not a name.
  return base.length >= 2 ? { base, suffix } : { base: plain, suffix: "" };
}

/** Whether two spellings can be one name: the same but for the kind of place, which one of them may leave out. */
export function mayBeSame(a: UnitName, b: UnitName): boolean {
  return a.base !== "" && a.base === b.base && (a.suffix === b.suffix || a.suffix === "" || b.suffix === "");
}
