import { isPlain } from "./plain-text";
import { remembering } from "./remember";

/**
 * A header or keyword as it is compared: full- and half-width alike, no case, no spaces, line breaks or punctuation.
 * "一级 指标（权重）" and "一级指标(权重)" are the same.
 */
export function fold(text: unknown): string {
  return text === null || text === undefined ? "" : foldText(String(text));
}

const foldText = remembering((text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\u200b\ufeff_:;,.'"“”‘’、。：；，\-–—/\\()[\]{}*]+/g, ""),
);

/** A name as it is compared between sheets: width and surrounding or doubled spaces do not count, all else does. */
export function sameName(text: unknown): string {
  if (typeof text === "string" && isPlain(text)) return text;
  return String(text ?? "")
    .normalize("NFKC")
    .replace(/[\s\u00a0\u200b\ufeff]+/g, " ")
    .trim();
}

type Words = readonly string[];
export const folded = (words: Words): ReadonlySet<string> => new Set(words.map(fold));

/** Headers of the framework in list layout, in both languages. */
export const frameworkHeaders = {
  code: folded([
    "code",
    "indicator code",
    "icode",
    "id",
    "代码",
    "编码",
    "编号",
    "指标代码",
    "指标编码",
    "指标编号",
  ]),
  name: folded(["name", "indicator", "indicator name", "iname", "名称", "指标", "指标名称"]),
  parent: folded(["parent", "parent code", "上级", "上级指标", "父级", "父指标", "上级代码", "所属"]),
  weight: folded([
    "weight",
    "weights",
    "points",
    "权重",
    "权数",
    "分值",
    "权重(%)",
    "权重%",
    "weight (%)",
    "weight %",
  ]),
  direction: folded([
    "direction",
    "polarity",
    "sign",
    "方向",
    "指标方向",
    "指标属性",
    "属性",
    "正负向",
    "性质",
    "指标性质",
  ]),
  measure: folded(["unit", "measure", "unit of measure", "单位", "计量单位"]),
  low: folded([
    "low",
    "lower",
    "minimum",
    "min",
    "low goalpost",
    "下限",
    "阈值下限",
    "最小值",
    "最低值",
    "不允许值",
  ]),
  high: folded([
    "high",
    "upper",
    "maximum",
    "max",
    "high goalpost",
    "上限",
    "阈值上限",
    "最大值",
    "最高值",
    "满意值",
  ]),
  idealLow: folded([
    "ideal low",
    "ideal",
    "ideal value",
    "适度下限",
    "最优下限",
    "最优值",
    "适度值",
    "理想值",
    "区间下限",
  ]),
  idealHigh: folded(["ideal high", "适度上限", "最优上限", "区间上限"]),
  normalisation: folded(["normalisation", "normalization", "标准化", "标准化方法", "无量纲化"]),
  treatment: folded(["treatment", "outlier treatment", "离群值处理", "异常值处理"]),
  aggregation: folded(["aggregation", "合成", "合成方法", "汇总方法"]),
  weighting: folded(["weighting", "weighting method", "赋权", "赋权方法"]),
  denominator: folded(["denominator", "分母", "除以"]),
  note: folded(["note", "notes", "remark", "source", "备注", "说明", "来源", "数据来源"]),
} as const;
export type FrameworkField = keyof typeof frameworkHeaders;
/** The field that a folded header means; where several have the word, the first. */
export const frameworkFieldOf: ReadonlyMap<string, FrameworkField> = new Map(
  (Object.keys(frameworkHeaders) as FrameworkField[])
    .reverse()
    .flatMap((field) => [...frameworkHeaders[field]].map((word) => [word, field] as const)),
);

/** Level headers of the framework in level-columns layout: "一级指标", "level 1", "first level"; the level, or 0. */
export function levelOfHeader(header: unknown): number {
  const word = fold(header);
  return word === "" ? 0 : levelOf(word);
}

const ordinals = ["first", "second", "third", "fourth", "fifth"].map((word) => new RegExp(`^${word}level(indicators?)?$`)); // prettier-ignore

const levelOf = remembering((text) => {
  const chinese = /^(一|二|三|四|五|六|七|八)级(指标|指标名称|名称|维度|要素)?$/.exec(text);
  if (chinese) return "一二三四五六七八".indexOf(chinese[1]) + 1;
  const english =
    /^(?:level|lvl|tier)(\d)(?:indicator|name)?s?$/.exec(text) ??
    /^(?:l)(\d)(?:indicator|name)s?$/.exec(text);
  if (english) return Number(english[1]);
  return ordinals.findIndex((ordinal) => ordinal.test(text)) + 1;
});

/** Headers of the columns that name units, in order of preference. */
export const unitNameHeaders: readonly ReadonlySet<string>[] = [
  folded([
    "name",
    "unit",
    "unit name",
    "uname",
    "名称",
    "单位名称",
    "评价对象",
    "评价单位",
    "对象",
    "样本",
    "样本名称",
  ]),
  folded([
    "city",
    "city name",
    "country",
    "country name",
    "economy",
    "county",
    "district",
    "country or territory",
    "country or area",
    "countries",
    "state",
    "municipality",
    "prefecture",
    "distrito",
    "municipio",
    "provincia",
    "departamento",
    "país",
    "城市",
    "城市名称",
    "国家",
    "国家或地区",
    "县市",
    "区县",
    "县",
    "市",
    "市县",
  ]),
  folded(["province", "region", "región", "area", "territory", "省份", "省", "地区", "省市", "区域", "单位"]),
];
export const unitCodeHeaders = folded([
  "code", "unit code", "ubigeo", "iso code", "country iso code", "ucode", "id", "iso", "iso3", "country code", "city code",
  "代码", "编码", "编号", "单位代码", "单位编码", "行政区划代码", "区划代码", "城市代码", "国家代码", "地区代码",
]); // prettier-ignore
/** "Region / Province / District": every part names units. */
export function namesUnits(header: unknown): boolean {
  const parts = String(header ?? "")
    .split(/[/／、]/)
    .map(fold)
    .filter(Boolean);
  return parts.length > 0 && parts.every((part) => unitNameHeaders.some((words) => words.has(part)));
}
/** Headers of a long list's columns. */
export const longHeaders = {
  name: folded(["indicator", "indicator name", "series", "series name", "variable", "variable name", "指标", "指标名称"]),
  code: folded(["indicator code", "series code", "variable code", "指标代码", "指标编码", "指标编号"]),
  value: folded(["value", "values", "obs value", "observation", "数值", "值", "取值", "观测值", "指标值"]),
} as const; // prettier-ignore
export const yearHeaders = folded(["year", "年份", "年度", "年", "time"]);

export const settingHeaders = {
  key: folded(["setting", "key", "settings", "设置", "设置项", "设置项目", "项目", "参数"]),
  value: folded(["value", "values", "值", "取值", "设置值", "数值"]),
} as const;

const directions = {
  positive: folded([
    "positive",
    "+",
    "1",
    "+1",
    "正向",
    "正",
    "正指标",
    "正向指标",
    "效益型",
    "越大越好",
    "higher is better",
  ]),
  negative: folded([
    "negative",
    "-1",
    "负向",
    "负",
    "逆向",
    "逆",
    "逆指标",
    "负向指标",
    "逆向指标",
    "成本型",
    "越小越好",
    "lower is better",
    "reverse",
  ]),
  ideal: folded(["ideal", "target", "适度", "适度指标", "适中", "居中型", "nominal"]),
  interval: folded(["interval", "range", "区间", "区间型", "区间指标", "区间型指标"]),
} as const;

/** The direction a word means; null when it means none. Blank is positive. */
export function directionOf(cell: unknown): keyof typeof directions | null {
  const written = String(cell ?? "")
    .normalize("NFKC")
    .trim();
  if (written === "") return "positive";
  if (written === "-" || written === "−" || Number(written) === -1) return "negative";
  if (written === "+" || Number(written) === 1) return "positive";
  const word = fold(written);
  for (const [direction, words] of Object.entries(directions)) {
    if (words.has(word)) return direction as keyof typeof directions;
  }
  return null;
}

/** A row that ends a table: a note or a source below it. */
export function startsNote(text: unknown): boolean {
  return /^(注|说明|备注|资料来源|数据来源|来源|note|notes|source|sources|definitions|legend|nota|notas|fuente|fuentes|elaboraci[oó]n|leyenda)\s*[:：.\d]/i.test(
    String(text ?? "")
      .normalize("NFKC")
      .trim(),
  );
}
