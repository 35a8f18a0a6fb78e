import { toA1, type CellRange } from "../../base/address";
import { issue, type Issue, type IssueCode } from "../../base/issue";
import { locales, nearestLocale, type Locale } from "../../base/label";
import type { Cell, Table } from "../../base/table";
import {
  aggregators,
  defaultRecipe,
  imputers,
  normalisers,
  tierings,
  treatments,
  weighters,
  type Method,
  type MethodChoice,
  type Recipe,
  type Study,
} from "../../engine/index";
import { texts, type Texts } from "../../messages/say";
import { settingKeys, settingLabel, type SettingKey } from "../settings";
import { defaultMissingMarks, foldMark, readText } from "./cell";
import { nearest } from "./nearest";
import { parseByLevel, parseMethod, partsByLevel } from "./parse-method";
import { readNodeWeights } from "./node-weights";
import { readRobustness } from "./robustness-setting";
import { list } from "./setting-list";
import { at, findHeader, headerCells, isBlankRow, type TableView } from "./table-view";
import { fold, sameName, settingHeaders } from "./words";

/** One setting as written. */
export interface WrittenSetting {
  readonly text: string;
  readonly at: CellRange;
}
export type WrittenSettings = ReadonlyMap<SettingKey, WrittenSetting>;

export function findSettings(table: Table): TableView | null {
  return findHeader(table, (row) => {
    const words = row.map(fold);
    return words.some((word) => settingHeaders.key.has(word)) &&
      words.some((word) => settingHeaders.value.has(word))
      ? 1
      : 0;
  });
}

/** The settings that are written, by English key; blank values are left to the defaults. */
export function readSettings(view: TableView, issues: Issue[]): WrittenSettings {
  const header = headerCells(view).map(fold);
  const keyColumn = header.findIndex((word) => settingHeaders.key.has(word));
  const valueColumn = header.findIndex(
    (word, column) => column !== keyColumn && settingHeaders.value.has(word),
  );
  const settings = new Map<SettingKey, WrittenSetting>();
  const keyAt = new Map<SettingKey, CellRange>();
  for (let row = view.header + 1; row < view.table.rows.length; row += 1) {
    const cells = view.table.rows[row];
    if (isBlankRow(cells)) continue;
    const written = readText(cells[keyColumn]);
    if (written === "") continue;
    const key = settingKeys.find((each) => settingNames(each).some((name) => fold(name) === fold(written)));
    const place = at(view.table, row, keyColumn);
    if (!key) {
      const known = nearest(written, settingKeys.flatMap(settingNames), 1)[0];
      issues.push(issue("warning", "setting.unknown", { found: written, nearest: known }, {}, place));
      continue;
    }
    const earlier = keyAt.get(key);
    if (earlier) {
      issues.push(
        issue("warning", "setting.duplicate", { setting: written, first: toA1(earlier) }, {}, place),
      );
      continue;
    }
    keyAt.set(key, place);
    const text = textOf(cells[valueColumn] ?? null);
    if (text !== "") settings.set(key, { text, at: at(view.table, row, valueColumn) });
  }
  return settings;
}

export function settingNames(key: SettingKey): string[] {
  return [key, ...locales.map((locale) => settingLabel(key, locale))];
}

function textOf(cell: Cell): string {
  return typeof cell === "number" ? String(cell) : readText(cell);
}

/** What reading the data needs to know of the settings. */
export interface ReadOptions {
  readonly missingMarks: ReadonlySet<string>;
  readonly excludeHidden: boolean;
  /** Empty for the latest. */
  readonly year: string;
  /** Columns that are groups however many values they have. */
  readonly groups: readonly string[];
  /** Sheets to read data from; null for every sheet that has some. */
  readonly sheets: readonly string[] | null;
  /** Headers (or letters) of the columns of unit names, unit codes and years; "" leaves them to be found. */
  readonly columns: { readonly name: string; readonly code: string; readonly year: string };
  readonly language: Locale | null;
  /** Whether the result sheets are to be formulas over the input sheets where they can. */
  readonly formulas: boolean;
  readonly indexName: string;
  /** Names on the sheets that the user matched to units: the unit's name by the sheet's; "" for a row that is none. */
  readonly confirmed?: ReadonlyMap<string, string>;
}

/** The texts that mean "no value", folded. */
export function missingMarks(settings: WrittenSettings): ReadonlySet<string> {
  const marks = settings.get("missing marks");
  return new Set((marks ? list(marks.text) : defaultMissingMarks).map(foldMark));
}

export function readOptions(settings: WrittenSettings, issues: Issue[]): ReadOptions {
  const year = settings.get("year")?.text ?? "";
  return {
    missingMarks: missingMarks(settings),
    excludeHidden: option(settings, "hidden rows", ["include", "exclude"], "include", issues) === "exclude",
    year: ["latest", "最新"].includes(fold(year)) ? "" : year,
    groups: columnList(settings.get("groups")) ?? [],
    sheets: settings.has("data sheets") ? list(settings.get("data sheets")!.text) : null,
    columns: {
      name: settings.get("unit column")?.text ?? "",
      code: settings.get("code column")?.text ?? "",
      year: settings.get("year column")?.text ?? "",
    },
    language: settings.has("language") ? languageOf(settings.get("language")!, issues) : null,
    formulas: option(settings, "formulas", ["yes", "no"], "no", issues) === "yes",
    indexName: settings.get("index name")?.text ?? "",
  };
}

/** The kinds of issues that the user has accepted, as codes; a text that is no kind gets an issue. */
export function acceptedKinds(settings: WrittenSettings, issues: Issue[]): readonly IssueCode[] {
  const written = settings.get("accepted");
  if (!written) return [];
  const codes = Object.keys(texts("en").kinds) as IssueCode[];
  return list(written.text).flatMap((text) => {
    const code = codes.find((each) => [each, ...locales.map((locale) => texts(locale).kinds[each])].some((name) => fold(name) === fold(text))); // prettier-ignore
    if (code) return [code];
    const params = { setting: "accepted", found: text, expected: nearest(text, codes, 3).join(", ") };
    issues.push(issue("warning", "setting.bad-value", params, {}, written.at));
    return [];
  });
}

function languageOf({ text, at: place }: WrittenSetting, issues: Issue[]): Locale | null {
  const word = fold(text);
  if (["en", "english", "英文", "英语"].includes(word)) return "en";
  if (["zhcn", "zh", "chinese", "中文", "简体中文", "汉语"].includes(word)) return "zh-CN";
  if (["office", "auto", "自动"].includes(word)) return null;
  if (word.startsWith("en") || word.startsWith("zh")) return nearestLocale(text);
  issues.push(
    issue(
      "error",
      "setting.bad-value",
      { setting: "language", found: text, expected: "en, zh-CN" },
      {},
      place,
    ),
  );
  return null;
}

/**
 * The recipe that the settings ask for; whatever is absent or cannot be used (with an issue) takes its default. Column
 * names are checked against the study.
 */
export function readRecipe(
  settings: WrittenSettings,
  study: Study | null,
  locale: Locale,
  issues: Issue[],
): Recipe {
  const method = (key: SettingKey, family: readonly Method[], fallback: MethodChoice) => {
    const written = settings.get(key);
    if (!written) return fallback;
    return parseMethod(written.text, family, { setting: key, at: written.at }, issues) ?? fallback;
  };
  const byLevel = (key: "weights" | "aggregation", family: readonly Method[]) => {
    const written = settings.get(key);
    const general = defaultRecipe[key].general;
    return written
      ? parseByLevel(written.text, family, general, { setting: key, at: written.at }, issues)
      : defaultRecipe[key];
  };
  const number = (key: SettingKey, fallback: number, low: number, high: number, whole: boolean) => {
    const written = settings.get(key);
    if (!written) return fallback;
    return numberIn(written.text, key, written, fallback, low, high, whole);
  };
  const numberIn = (
    given: string,
    key: SettingKey,
    { text: found, at: place }: WrittenSetting,
    fallback: number,
    low: number,
    high: number,
    whole: boolean,
  ) => {
    const text = given.normalize("NFKC").trim();
    const value = /%$/.test(text) ? Number(text.slice(0, -1)) / 100 : Number(text);
    if (text !== "" && value >= low && value <= high && (!whole || Number.isInteger(value))) return value;
    const params = { setting: key, found, expected: `${low} … ${high}` };
    issues.push(issue("error", "setting.bad-value", params, {}, place));
    return fallback;
  };
  const availability = () => {
    const written = settings.get("availability");
    const levels: Record<number, number> = {};
    let general = defaultRecipe.availability;
    for (const { level, text } of written ? partsByLevel(written.text) : []) {
      const share = numberIn(text, "availability", written!, NaN, 0, 1, false);
      if (Number.isNaN(share)) continue;
      if (level === null) general = share;
      else levels[level] = share;
    }
    return { availability: general, availabilityLevels: levels };
  };
  const groupNames = study ? study.groups.map((group) => group.name) : [];
  const numberNames = study ? study.columns.map((column) => column.name) : [];
  const columns = (key: "groups" | "covariates", known: readonly string[]) => {
    const written = settings.get(key);
    const names = columnList(written);
    if (!names || !study) return names ?? null;
    return names
      .map(
        (name) =>
          known.find((each) => sameName(each) === sameName(name)) ??
          unknownColumn(key, name, known, written!, issues),
      )
      .filter((name) => name !== null);
  };
  const within = settings.get("tiers within");
  const robustness = settings.get("robustness");
  const firstLevel = settings.get("first-level weights");
  const imputation = method("imputation", imputers, defaultRecipe.imputation);
  const tiers = tiersOf(settings, issues);
  const group = imputation.parameters.group;
  if (study && typeof group === "string" && group !== "" && !groupNames.includes(group)) {
    unknownColumn("imputation", group, groupNames, settings.get("imputation")!, issues);
  }
  return {
    indexName: settings.get("index name")?.text ?? "",
    scale: scaleOf(settings, issues),
    decimals: number("decimals", defaultRecipe.decimals, 0, 6, true),
    ...availability(),
    imputation,
    treatment: method("treatment", treatments, defaultRecipe.treatment),
    normalisation: method("normalisation", normalisers, defaultRecipe.normalisation),
    weights: byLevel("weights", weighters),
    firstLevelWeights: firstLevel ? readNodeWeights(firstLevel.text, study, firstLevel.at, issues) : null,
    aggregation: byLevel("aggregation", aggregators),
    tiers: tiers.choice,
    tierLabels: tiers.labels.length > 0 ? tiers.labels : texts(locale).sheet.tierNames,
    tiersOn: option(settings, "tiers on", ["unrounded", "rounded"], "unrounded", issues),
    tiersWithin:
      !within || ["none", "无", "否"].includes(fold(within.text))
        ? ""
        : study
          ? (groupNames.find((each) => sameName(each) === sameName(within.text)) ??
            unknownColumn("tiers within", within.text, groupNames, within, issues) ??
            "")
          : within.text,
    groups: columns("groups", groupNames),
    covariates: columns("covariates", numberNames),
    topAndBottom: number("top and bottom", defaultRecipe.topAndBottom, 1, 1e6, true),
    robustness: robustness ? readRobustness(robustness.text, robustness.at, issues) : null,
  };
}

function unknownColumn(
  setting: string,
  found: string,
  known: readonly string[],
  { at: place }: WrittenSetting,
  issues: Issue[],
): null {
  const params = { setting, found, known: known.join(", ") || "–" };
  issues.push(issue("error", "setting.unknown-column", params, {}, place));
  return null;
}

/** The tiers' method; labels may stand in their own setting or among the method's parameters (labels=A, B, C). */
function tiersOf(
  settings: WrittenSettings,
  issues: Issue[],
): { choice: MethodChoice; labels: readonly string[] } {
  const labels = settings.get("tier labels");
  const written = settings.get("tiers");
  if (!written) return { choice: defaultRecipe.tiers, labels: labels ? list(labels.text) : [] };
  const text = written.text.normalize("NFKC");
  const inside = /[;(,]\s*(?:labels|names|名称)\s*=\s*([^;)]*)/i.exec(text);
  const rest = inside ? text.replace(inside[0], inside[0][0] === "(" ? "(" : "") : text;
  const choice = parseMethod(
    rest.replace(/\(\s*;?\s*\)/, "").replace(/\(\s*;/, "("),
    tierings,
    { setting: "tiers", at: written.at },
    issues,
  );
  return {
    choice: choice ?? defaultRecipe.tiers,
    labels: labels ? list(labels.text) : inside ? list(inside[1]) : [],
  };
}

function scaleOf(settings: WrittenSettings, issues: Issue[]): readonly [number, number] {
  const written = settings.get("scale");
  if (!written) return defaultRecipe.scale;
  const ends = written.text
    .normalize("NFKC")
    .replace(/[[\]()]/g, "")
    .split(/\s*(?:[,;、~至到]|\.\.|–|—|\s-\s|(?<=\d)-(?=\d)|\s+)\s*/)
    .filter(Boolean)
    .map(Number);
  if (ends.length === 2 && ends[0] < ends[1]) return [ends[0], ends[1]];
  issues.push(
    issue(
      "error",
      "setting.bad-value",
      { setting: "scale", found: written.text, expected: "0, 100" },
      {},
      written.at,
    ),
  );
  return defaultRecipe.scale;
}

/** One of a few words, in either language. */
function option<T extends keyof Texts["sheet"]["options"]>(
  settings: WrittenSettings,
  key: SettingKey,
  options: readonly T[],
  fallback: T,
  issues: Issue[],
): T {
  const written = settings.get(key);
  if (!written) return fallback;
  const found = options.find((each) =>
    [each, ...locales.map((locale) => texts(locale).sheet.options[each])].some(
      (word) => fold(word) === fold(written.text),
    ),
  );
  if (found) return found;
  issues.push(
    issue(
      "error",
      "setting.bad-value",
      { setting: key, found: written.text, expected: options.join(", ") },
      {},
      written.at,
    ),
  );
  return fallback;
}

/** Column names; null when all are meant. */
function columnList(written: WrittenSetting | undefined): string[] | null {
  if (!written || ["all", "全部", "所有"].includes(fold(written.text))) return null;
  if (["none", "无"].includes(fold(written.text))) return [];
  return list(written.text);
}
