/** A number as people type it, taken apart. Where the decimal mark decides, both readings are kept. */
export interface NumberText {
  /** With the point as decimal mark; NaN where it is no number so. */
  readonly point: number;
  /** With the comma as decimal mark; NaN where it is no number so. */
  readonly comma: number;
  /** Whether the text has a point or a comma at all. */
  readonly marked: boolean;
  /** Whether the digits stand in groups of three, by spaces or apostrophes too. */
  readonly grouped: boolean;
  /** What stands behind (or, for money, before) the digits: a unit of measure, a footnote mark; "" for nothing. */
  readonly tail: string;
  /** A raised or circled mark that stood at the end: never a digit of the number, though its plain form may be one. */
  readonly raised: string;
}

const raisedMark = /(?<=[\d０-９.)）%％])\s*([⁰¹²³⁴⁵⁶⁷⁸⁹ᵃ-ᶻ①-⑳⑴-⒇†‡§]+)$/u;
/** Characters whose plain form holds digits that are none of the number's: a raised 2, a half, a circled 1. */
const disguised = "⁰¹²³⁴-⁹₀-₉①-⒛¼-¾⅐-⅟↉";
const hidden = new RegExp(`^[${disguised}]|\\d\\s?[${disguised}]|[${disguised}]\\d`, "u");
const number = /^([+-]?)(\d+(?:[.,'’ ]\d+)*\.?|[.,]\d+)(e[+-]?\d+)?(?!\d)\s*(.*)$/i;
const money = /^([+-]?)\s?(us\$|[$€£¥]|rmb|cny|usd|eur)\s?(?=[\d.])/i;

/** Takes a text apart; null when it does not begin with a number. */
export function parseNumber(written: string): NumberText | null {
  const trimmed = written.trim();
  const raised = raisedMark.exec(trimmed);
  const bare = raised ? trimmed.slice(0, raised.index) : trimmed;
  if (hidden.test(bare)) return null;
  let text = bare
    .normalize("NFKC")
    .replace(/[\s\u200b\ufeff]+/g, " ")
    .trim()
    .replace(/^'/, "")
    .replace(/^[−–]\s?(?=[\d.,])/, "-");
  const currency = money.exec(text);
  if (currency) text = currency[1] + text.slice(currency[0].length);
  const found = number.exec(text);
  if (!found) return null;
  const [, sign, digits, exponent = "", rest] = found;
  // Ranges, times, fractions, marks of doubt: no number and a unit.
  if (/^[.,'’:;/⁄+\-–~～×*^<>=≥≤?!]/.test(rest) && !/^\*{1,3}$/.test(rest)) return null;
  if (/\d/.test(rest) && !/^[^\d]*[a-z][23]$/i.test(rest) && !/^([(（[]\w{1,3}[)）\]]|注\d{1,2})$/.test(rest))
    return null;
  const read = (decimal: "." | ",") => valueOf(digits, decimal, exponent) * (sign === "-" ? -1 : 1);
  const point = read(".");
  const comma = read(",");
  if (Number.isNaN(point) && Number.isNaN(comma)) return null;
  return {
    point,
    comma,
    marked: /[.,]/.test(digits),
    grouped: /[.,'’ ]\d{3}/.test(digits),
    tail: [currency?.[2] ?? "", rest].filter(Boolean).join(""),
    raised: raised?.[1] ?? "",
  };
}

/** The value of digits under a decimal mark; NaN when the other marks do not stand before groups of three. */
function valueOf(digits: string, decimal: "." | ",", exponent: string): number {
  const mark = digits.indexOf(decimal);
  if (mark !== digits.lastIndexOf(decimal)) return NaN;
  const whole = mark < 0 ? digits : digits.slice(0, mark);
  const fraction = mark < 0 ? "" : digits.slice(mark + 1);
  if (/\D/.test(fraction)) return NaN;
  if (/\D/.test(whole)) {
    const marks = new Set(whole.replace(/\d/g, "").replaceAll("’", "'"));
    if (marks.size > 1 || exponent !== "") return NaN;
    if (!/^[1-9]\d{0,2}([.,'’ ]\d{3})+$/.test(whole)) return NaN;
  }
  const plain = whole.replace(/\D/g, "");
  if (plain === "" && fraction === "") return NaN;
  const value = Number(`${plain || "0"}.${fraction || "0"}${exponent}`);
  return Number.isFinite(value) ? value : NaN;
}
