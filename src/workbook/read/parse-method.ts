import { issue, type Issue } from "../../base/issue";
import type { CellRange } from "../../base/address";
import {
  choose,
  type ByLevel,
  type Method,
  type MethodChoice,
  type Parameter,
  type ParameterValue,
} from "../../engine/index";
import { fold } from "./words";

/** Where a method was written, for issues. */
export interface Place {
  /** The setting or column as the user knows it. */
  readonly setting: string;
  readonly at?: CellRange;
}

/**
 * Reads "method (name=value; name=value)". Also taken: values right behind the method for its first parameter
 * ("cut-offs 70, 60"), and labels in either language. Null (with issues) when there is no such method; parameters
 * that it does not know or cannot take get an issue and are left out.
 */
export function parseMethod(
  text: string,
  family: readonly Method[],
  place: Place,
  issues: Issue[],
): MethodChoice | null {
  const written = text.normalize("NFKC").trim();
  const found = /^([^(]*?)\s*(?:\((.*)\))?\s*$/s.exec(written);
  // A label may itself hold parentheses: the whole text is tried first.
  let method = findMethod(written, family);
  let name = method ? written : (found?.[1] ?? written);
  let inside = method ? "" : (found?.[2] ?? "");
  method ??= findMethod(name, family);
  if (!method) {
    const trailing = /^(.*?)[\s:]+([-+\d.,、;\s]+)$/s.exec(name);
    if (trailing) {
      method = findMethod(trailing[1], family);
      name = trailing[1];
      const first = method && Object.keys(method.parameters)[0];
      if (first) inside = `${first}=${trailing[2]}`;
    }
  }
  if (!method) {
    const params = {
      setting: place.setting,
      found: name || written,
      known: family.map((each) => each.key).join(", "),
    };
    issues.push(issue("error", "setting.unknown-method", params, {}, place.at));
    return null;
  }
  const parameters: Record<string, ParameterValue> = {};
  for (const [key, value] of assignments(inside, Object.keys(method.parameters)[0])) {
    const parameterName = Object.keys(method.parameters).find(
      (each) =>
        fold(each) === fold(key) ||
        Object.values(method.parameters[each].label).some((label) => fold(label) === fold(key)),
    );
    if (!parameterName) {
      const known = Object.keys(method.parameters).join(", ") || "–";
      issues.push(
        issue("error", "setting.unknown-parameter", { method: method.key, found: key, known }, {}, place.at),
      );
      continue;
    }
    const parsed = parseValue(value, method.parameters[parameterName]);
    if (parsed === null) {
      const params = {
        setting: `${method.key} · ${parameterName}`,
        found: value,
        expected: expectation(method.parameters[parameterName]),
      };
      issues.push(issue("error", "setting.bad-value", params, {}, place.at));
      continue;
    }
    parameters[parameterName] = parsed;
  }
  return choose(method.key, parameters);
}

/** Reads one method for all levels, or "level 1: a; level 3: b" (also 一级: a; index: b), over a general one. */
export function parseByLevel(
  text: string,
  family: readonly Method[],
  general: MethodChoice,
  place: Place,
  issues: Issue[],
): ByLevel {
  const levels: Record<number, MethodChoice> = {};
  let otherwise = general;
  for (const { level, text: written } of partsByLevel(text)) {
    const choice = parseMethod(written, family, place, issues);
    if (!choice) continue;
    if (level === null) otherwise = choice;
    else levels[level] = choice;
  }
  return { general: otherwise, levels };
}

/** "a; level 1: b; 二级: c; index: d" in its parts; level null is the general one. */
export function partsByLevel(text: string): { readonly level: number | null; readonly text: string }[] {
  return splitOutside(text.normalize("NFKC"), /[;\n]/).map((part) => {
    const leveled =
      /^\s*(?:level|l|第)?\s*([0-9一二三四五六七八]|index|指数|总指数)\s*(?:级|level)?(?:指标)?\s*[:=]\s*(.*)$/is.exec(
        part,
      );
    return leveled ? { level: levelNumber(leveled[1]), text: leveled[2] } : { level: null, text: part };
  });
}

/** "index" for 0, "level 2" for 2. */
function levelName(level: string): string {
  return level === "0" ? "index" : `level ${level}`;
}

/** The text of shares with others for some levels, as `partsByLevel` takes it apart. */
export function writeShares(general: number, levels: Readonly<Record<number, number>>): string {
  const share = (value: number) => String(Math.round(value * 1e6) / 1e6);
  return [
    share(general),
    ...Object.entries(levels).map(([level, value]) => `${levelName(level)}: ${share(value)}`),
  ].join("; ");
}

function levelNumber(word: string): number {
  if (/^(index|指数|总指数)$/i.test(word)) return 0;
  const chinese = "一二三四五六七八".indexOf(word);
  return chinese >= 0 ? chinese + 1 : Number(word);
}

function findMethod(name: string, family: readonly Method[]): Method | undefined {
  const word = fold(name);
  return family.find(
    (each) =>
      fold(each.key) === word ||
      Object.values(each.label).some((label) => fold(label) === word) ||
      each.synonyms?.some((synonym) => fold(synonym) === word),
  );
}

/** "a=1, b=x; c=1, 2" → pairs; a comma inside a list of numbers does not end it. */
function assignments(text: string, first: string | undefined): [string, string][] {
  if (text.trim() === "") return [];
  if (!/[=:]/.test(text) && first) return [[first, text.trim()]];
  const pairs: [string, string][] = [];
  for (const piece of text.split(/[;,，、]/)) {
    const [name, ...rest] = piece.split(/[=:]/);
    if (rest.length > 0) pairs.push([name.trim(), rest.join("=").trim()]);
    else if (pairs.length > 0 && piece.trim() !== "") pairs[pairs.length - 1][1] += `, ${piece.trim()}`;
  }
  return pairs;
}

const yes = new Set(["yes", "true", "1", "on", "是", "开"].map(fold));
const no = new Set(["no", "false", "0", "off", "否", "关"].map(fold));

function parseValue(text: string, parameter: Parameter): ParameterValue | null {
  switch (parameter.kind) {
    case "number": {
      const value = Number(text);
      return text !== "" && value >= parameter.min && value <= parameter.max ? value : null;
    }
    case "numbers": {
      const values = text
        .split(/[\s,，、]+/)
        .filter(Boolean)
        .map(Number);
      return values.length > 0 && values.every((value) => value >= parameter.min && value <= parameter.max)
        ? values
        : null;
    }
    case "flag":
      return yes.has(fold(text)) ? true : no.has(fold(text)) ? false : null;
    case "choice": {
      const word = fold(text);
      const option = Object.entries(parameter.options).find(
        ([key, label]) => fold(key) === word || Object.values(label).some((each) => fold(each) === word),
      );
      return option ? option[0] : null;
    }
    case "column":
    case "unit":
      return text;
  }
}

function expectation(parameter: Parameter): string {
  switch (parameter.kind) {
    case "number":
    case "numbers":
      return `${parameter.min} … ${parameter.max}`;
    case "flag":
      return "yes, no";
    case "choice":
      return Object.keys(parameter.options).join(", ");
    case "column":
    case "unit":
      return "–";
  }
}

/** Splits at separators that stand outside parentheses; empty parts are dropped. */
export function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = "";
  for (const letter of text) {
    if (letter === "(") depth += 1;
    if (letter === ")") depth -= 1;
    if (depth === 0 && separator.test(letter)) {
      parts.push(part);
      part = "";
    } else part += letter;
  }
  parts.push(part);
  return parts.filter((each) => each.trim() !== "");
}

/** The text that `parseMethod` reads back: "min-max (lower=1; upper=100)". */
export function writeMethod(choice: MethodChoice): string {
  const parameters = Object.entries(choice.parameters).map(([name, value]) => {
    const text =
      typeof value === "boolean"
        ? value
          ? "yes"
          : "no"
        : Array.isArray(value)
          ? value.join(", ")
          : String(value);
    return `${name}=${text}`;
  });
  return parameters.length > 0 ? `${choice.key} (${parameters.join("; ")})` : choice.key;
}

/** The text that `parseByLevel` reads back. */
export function writeByLevel(choice: ByLevel): string {
  const levels = Object.entries(choice.levels).map(
    ([level, method]) => `${levelName(level)}: ${writeMethod(method)}`,
  );
  return [writeMethod(choice.general), ...levels].join("; ");
}
