import { isPlain } from "./plain-text";
import { folded, fold } from "./words";

/** Words that name a sum, a mean or the whole: a row so called is no unit. */
const wholes = folded([
  "合计", "总计", "小计", "总和", "平均", "均值", "平均值", "平均数", "中位数", "全国", "全省", "全市", "全国平均", "全省平均", "全国合计",
  "总平均", "最大值", "最小值", "标准差", "total", "totals", "grand total", "sub-total", "subtotal", "sum", "average", "mean", "median",
  "overall", "world", "national", "nacional", "national average", "country total", "all countries", "global", "maximum", "minimum",
  "standard deviation", "std dev", "std. dev.", "min", "max",
]); // prettier-ignore

/** Well-known groups of countries: aggregates in a table of countries, units in a table of regions. */
const groups = folded([
  "very high human development", "high human development", "medium human development", "low human development",
  "developing countries", "arab states", "east asia and the pacific", "europe and central asia", "latin america and the caribbean",
  "south asia", "sub-saharan africa", "least developed countries", "small island developing states",
  "organisation for economic co-operation and development", "oecd", "oecd members", "arab world", "caribbean small states",
  "central europe and the baltics", "early-demographic dividend", "east asia & pacific", "euro area", "european union",
  "europe & central asia", "fragile and conflict affected situations", "heavily indebted poor countries (hipc)", "high income",
  "latin america & caribbean", "low & middle income", "low income", "lower middle income", "middle income", "upper middle income",
  "middle east & north africa", "middle east, north africa, afghanistan & pakistan", "north america", "other small states",
  "pacific island small states", "post-demographic dividend", "pre-demographic dividend", "late-demographic dividend", "small states",
  "least developed countries: un classification", "africa", "asia", "europe", "oceania", "americas", "eu-27", "eu27",
  "东部", "中部", "西部", "东北", "东部地区", "中部地区", "西部地区", "东北地区", "华东", "华北", "华南", "华中", "西南", "西北",
  "华东地区", "华北地区", "华南地区", "华中地区", "西南地区", "西北地区", "长三角", "珠三角", "京津冀",
]); // prettier-ignore

/** How these words begin, by their first two characters: some of the marks are set. */
const beginnings = new Uint8Array(1 << 12);
const beginning = (word: string) => (31 * (word.charCodeAt(0) | 32) + (word.charCodeAt(1) | 32)) & (beginnings.length - 1); // prettier-ignore
for (const word of [...wholes, ...groups, "其中"]) beginnings[beginning(word)] = 1;

const isLetter = (code: number) => code >= 0xc0 || (code >= 48 && code < 58) || ((code | 32) >= 97 && (code | 32) < 123); // prettier-ignore

/** False for most names that are no total: they begin and end otherwise, which is seen at once. */
function mayBeTotal(name: string): boolean {
  const isUsual = isLetter(name.charCodeAt(0)) && isLetter(name.charCodeAt(1)) && isPlain(name);
  return !isUsual || beginnings[beginning(name)] === 1 || "计值均)lLeE".includes(name[name.length - 1]);
}

/** "whole": a total or an average whatever the others are; "group": an aggregate where the others are none; null for a name. */
export function totalKind(name: string): "whole" | "group" | null {
  if (!mayBeTotal(name)) return null;
  const word = fold(name);
  if (wholes.has(word)) return "whole";
  const plain = name.normalize("NFKC").trim();
  if (/(合计|总计|小计|平均值?|均值)(\(.*\))?$/.test(plain) || /^(合计|总计|小计|其中|平均)[(:]/.test(plain))
    return "whole";
  if (/^(grand |sub-?)?total\s*[,(:]|\s(sub-?)?(total|average)$|^(total|average|mean|sum) of\s/i.test(plain))
    return "whole";
  return groups.has(word) || /^(nacional|national)\b/i.test(plain) ? "group" : null;
}

/** A heading of rows that follow: "Regions", "Human development groups". */
export function isHeading(name: string): boolean {
  return /[:：]$/.test(name.trim()) || groups.has(fold(name)) || folded(["regions", "human development groups", "other countries or territories", "分地区", "按地区分", "countries"]).has(fold(name)); // prettier-ignore
}
