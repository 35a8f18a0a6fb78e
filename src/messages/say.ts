import { toA1 } from "../base/address";
import type { Issue } from "../base/issue";
import type { Locale } from "../base/label";
import { en } from "./en/index";
import { zhCN } from "./zh-CN/index";

const catalogues = { en, "zh-CN": zhCN } as const;
export type Texts = typeof en;

/** Every text of one language, by room: `texts(locale).pane.score`. */
export function texts(locale: Locale): Texts {
  return catalogues[locale];
}

/** Puts parameters into a text's {holes}. Numbers are shown short, in the reader's manner. */
export function fill(text: string, parameters: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = parameters[name];
    return value === undefined ? hole : typeof value === "number" ? shortNumber(value) : value;
  });
}

/** An issue as one sentence that names the cell, when there is one. */
export function say(issue: Issue, locale: Locale): string {
  const { issues } = texts(locale);
  const sentence = fill(issues[issue.code], issue.params as Record<string, string | number>);
  return issue.at ? fill(issues.at, { cell: toA1(issue.at), sentence }) : sentence;
}

/** At most six significant digits, without trailing zeros. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return "–";
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
}
