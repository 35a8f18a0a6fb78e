import type { Texts } from "../../messages/say";
import { fold, namesUnits, unitCodeHeaders, unitNameHeaders, yearHeaders } from "../read/words";
import { isNumeric, type ColumnProfile } from "./column-profile";

export type ColumnRole = "name" | "code" | "year" | "group" | "covariate" | "indicator" | "ignored";

/** Why something is proposed: a sentence of the messages with what fills it. */
export interface Evidence {
  readonly code: keyof Texts["prepare"]["evidence"];
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Classification {
  readonly role: ColumnRole;
  readonly why: Evidence;
}

const counting = /^(序号|序|no\.?|#|nr\.?|s\/?n|row|行号|编次|n°|№)$/i;
const codeWords = /代码|编码|编号|区划|\bcode\b|\bid\b|ubigeo|\bfips\b/i;
const rank = /排名|名次|位次|\brank(ing)?\b/i;
const result =
  /总分|总得分|综合得分|综合指数|综合评分|最终得分|加权得分|评价等级|overall score|total score|composite (score|index)|\bgrade\b/i;
const classWords =
  /类型|类别|等级|级别|分类|分组|片区|区域|地区|省份|所属|行业|性质|region|class|type|category|cluster|sector|tier\b|group|province|continent/i;
const sizes =
  /常住人口|户籍人口|总人口|人口数|人口总量|^人口|(行政区域|土地|国土|辖区)?面积|经度|纬度|户数|^(total |resident |urban |rural )?population(?=\s*($|[(（,，\d]|total|size|number))|^(land |surface |total )?area\b|latitude|longitude|^población (total|censada)|^superficie\b|^latitud|^longitud|^altitud|^(number of )?households\b/i;
const perUnit = /率|比重|占比|人均|密度|每|增长|增速|per |density|share|rate|ratio|growth|%|％/i;

/** What a column is, by its header and its cells; the place of a unit's name among several is settled by the caller. */
export function classifyColumn(header: string, profile: ColumnProfile, isFirst: boolean): Classification {
  const { numbers, texts, missing, distinct, least, greatest, whole, examples } = profile;
  const filled = numbers + texts;
  const word = fold(header);
  const because = (role: ColumnRole, code: Evidence["code"], params: Evidence["params"] = {}) => ({
    role,
    why: { code, params },
  });
  const ofHeader = (pattern: RegExp) => pattern.exec(header)?.[0] ?? "";
  const example = examples.join(", ");
  if (filled === 0) return because("ignored", "empty");
  if (
    counting.test(header.trim()) ||
    (profile.counts && least === 1 && isFirst && !unitCodeHeaders.has(word))
  )
    return because("ignored", "counts-rows");
  if (yearHeaders.has(word)) return because("year", "header-year");
  if (unitCodeHeaders.has(word) && distinct > 0.5 * filled) return because("code", "header-code");
  const looksLikeCode = distinct >= 0.95 * filled && whole && profile.even && filled > 2;
  if (looksLikeCode && (codeWords.test(header) || examples.some((each) => /^0\d+$/.test(each))))
    return because("code", "look-code");
  const numeric = isNumeric(profile);
  if (!numeric) {
    // "Region" may name the units or what they lie in: then hardly any may come twice.
    const needed = nameOrder(header) < 2 ? 0.5 : 0.9;
    if (namesUnits(header) && distinct > needed * filled) return because("name", "header-name");
    const comesAgain = distinct <= 0.6 * filled || (ofHeader(classWords) !== "" && distinct < filled);
    if (distinct <= 60 && distinct > 1 && comesAgain)
      return because("group", "few-texts", { distinct, examples: example });
    if (distinct === 1) return because("ignored", "constant");
    return because("ignored", "texts", { examples: example });
  }
  if (ofHeader(rank)) return because("ignored", "rank", { word: ofHeader(rank) });
  if (ofHeader(result)) return because("ignored", "result", { word: ofHeader(result) });
  if (distinct === 1 && filled > 1) return because("ignored", "constant");
  if (
    whole &&
    least >= 1900 &&
    greatest <= 2100 &&
    distinct <= Math.max(30, filled / 3) &&
    distinct > 1 &&
    filled > distinct
  )
    return because("year", "look-year", { least, greatest });
  if (ofHeader(classWords) && whole && distinct <= 12 && !perUnit.test(header))
    return because("group", "header-group", { word: ofHeader(classWords), distinct });
  if (ofHeader(sizes) && !perUnit.test(header))
    return because("covariate", "size", { word: ofHeader(sizes) });
  if (numbers < (filled + missing) / 8) return because("ignored", "sparse", { count: numbers, missing });
  return because("indicator", "numbers", { count: numbers, least, greatest, missing });
}

/** How early among the words for units a header stands; Infinity for none. */
export function nameOrder(header: string): number {
  const place = unitNameHeaders.findIndex((words) => words.has(fold(header)));
  return place >= 0 ? place : namesUnits(header) ? unitNameHeaders.length : Infinity;
}
