import type { CellRange } from "../../base/address";
import type { Cell, Table } from "../../base/table";
import { issue, type Issue, type IssueCode } from "../../base/issue";
import type { Locale } from "../../base/label";
import { texts } from "../../messages/say";
import type { PanelScale, Recipe, Study, YearStudy } from "../../engine/index";
import type { SheetContent } from "../port";
import { settingKeys, type SettingKey } from "../settings";
import { buildTree, type Tree } from "./build-tree";
import { spreadOf, type ColumnSpread } from "./column-spread";
import { readData, type DataPlaces } from "./data";
import { isPointsSheet, readPoints } from "./expert-points";
import { fingerprint } from "./fingerprint";
import { confirmedNames, isNameMatches, noteUnknownMatches, readNameMatches } from "./name-matches";
import { numberRows } from "./number-rows";
import { readPanel, readScale } from "./panel";
import { findLevelFramework, findListFramework, readLevelFramework, readListFramework } from "./framework";
import { judgementSheet, readJudgements } from "./judgements";
import { findScoringRules, readScoringRules } from "./scoring-rules";
import {
  acceptedKinds,
  findSettings,
  readOptions,
  readRecipe,
  readSettings,
  type WrittenSettings,
} from "./settings";
import { list } from "./setting-list";
import { noteSuspicious } from "./suspicious";
import { isBlankRow, type TableView } from "./table-view";
import { tidy } from "./tidy";
import { fold, sameName } from "./words";

/** All that a workbook says, with where it says it. */
export interface Reading {
  readonly study: Study | null;
  readonly recipe: Recipe;
  readonly language: Locale | null;
  readonly formulas: boolean;
  readonly issues: readonly Issue[];
  readonly sheets: {
    readonly indicators: string | null;
    readonly data: readonly string[];
    readonly settings: string | null;
  };
  readonly years: readonly string[];
  readonly year: string;
  /** All years that could be read, this one among them, where there are several; else empty. */
  readonly panel: readonly YearStudy[];
  /** The scale that the years of the panel are scored on. */
  readonly scale: PanelScale;
  /** Where the framework's and the data's parts stand; null without a study. */
  readonly places: Places | null;
  /** The sheets that were read for anything, as they stand. */
  readonly inputs: readonly SheetContent[];
  /** What the first cell of a range holds, as it stands on its sheet. */
  readonly held: (at: CellRange) => Cell;
  readonly settings: WrittenSettings;
  readonly settingsView: TableView | null;
  /** Kinds of issues that the user has accepted. */
  readonly accepted: readonly IssueCode[];
  /** The sheet of confirmed names; null when there is none. */
  readonly matchSheet: SheetContent | null;
  /** True when there is neither a framework nor anything else to read. */
  readonly empty: boolean;
  readonly fingerprint: string;
}

export interface Places {
  readonly tree: Tree;
  readonly data: DataPlaces;
}

/**
 * Reads a workbook's sheets: finds the framework, the settings and the data by their headers, then by their names, and
 * makes a study and a recipe of them. Result sheets (marked, save Settings) are passed over. `locale` is used for names
 * that the workbook leaves to us.
 */
export function readWorkbook(contents: readonly SheetContent[], locale: Locale): Reading {
  const issues: Issue[] = [];
  const sheets = contents.filter(
    (sheet) =>
      (sheet.mark === null || sheet.mark.kind === "settings") && sheet.rows.some((row) => !isBlankRow(row)),
  );
  const settingsView = best(sheets, findSettings, sheetNames("settings"));
  const settings: WrittenSettings = settingsView ? readSettings(settingsView, issues) : new Map();

  const others = sheets.filter((sheet) => sheet !== settingsView?.table);
  const matchSheets = others.filter((sheet) => isNameMatches(sheet.sheet));
  const matches = readNameMatches(matchSheets);
  noteUnknownSheets(settings, sheets, issues);
  const options = { ...readOptions(settings, issues), confirmed: confirmedNames(matches) };
  const judgementSheets = others.filter((sheet) => judgementSheet(sheet.sheet) !== null);
  const pointsSheets = others.filter((sheet) => isPointsSheet(sheet.sheet));
  const special = [...judgementSheets, ...pointsSheets, ...matchSheets];
  const rest = others.filter((sheet) => !special.includes(sheet));
  const list = best(rest, findListFramework, sheetNames("indicators"));
  const levels = list ? null : best(rest, findLevelFramework, sheetNames("indicators"));
  const frameworkSheet = (list ?? levels)?.table.sheet ?? null;
  const rows = list ? readListFramework(list, issues) : levels ? readLevelFramework(levels, issues) : null;
  const indexName = options.indexName || texts(options.language ?? locale).sheet.indexName;
  const tree = rows ? buildTree(rows, indexName, issues) : null;

  const rulesView = tree
    ? best(
        rest.filter((sheet) => sheet.sheet !== frameworkSheet),
        findScoringRules,
        sheetNames("rules"),
      )
    : null;
  const views = tree
    ? rest
        .filter((sheet) => sheet.sheet !== frameworkSheet && sheet !== rulesView?.table)
        .filter(
          (sheet) =>
            options.sheets === null ||
            options.sheets.some((name) => sameName(name) === sameName(sheet.sheet)),
        ) // prettier-ignore
        .map((sheet) => tidy(sheet, tree.indicators, options, issues))
        .filter((view) => view !== null)
    : [];
  const started = new Map(views.map(({ table }) => [table as Table, numberRows(table)]));
  const rowsOfTable = (table: Table) => started.get(table) ?? numberRows(table);
  const data =
    tree && views.length > 0 ? readData(views, tree.indicators, rowsOfTable, options, issues) : null;
  if (!rows) issues.push(issue("error", "tree.no-sheet", {}));
  else if (tree && views.length === 0) issues.push(issue("error", "data.no-sheet", {}));

  const nodes = tree ? named(tree, options.indexName) : [];
  const study: Study | null =
    tree && data
      ? {
          nodes,
          indicators: tree.indicators,
          units: data.units,
          values: data.values,
          groups: data.groups,
          columns: data.columns,
          judgements: judgementSheets.flatMap((sheet) => readJudgements(sheet, nodes, issues)),
          points: readPoints(pointsSheets, nodes, issues),
          rules: rulesView ? readScoringRules(rulesView, tree.indicators, issues) : [],
        }
      : null;
  const used = [...[list ?? levels, rulesView, ...views].map((view) => view?.table), ...special];
  const panel = study && data ? readPanel(views, study, data, rowsOfTable, options, issues) : [];
  const years = panel.map(({ year }) => year);
  const scale = panel.length > 0 ? readScale(settings, years, issues) : "pooled";
  const recipe = readRecipe(settings, study, options.language ?? locale, issues);
  const places = tree && data ? { tree, data: data.places } : null;
  if (study) noteUnknownMatches(matches, study.units, issues);
  if (study && places) {
    const n = study.units.length;
    const spreads = study.indicators.map((_, j) => spreadOf(study.values.subarray(j * n, (j + 1) * n)));
    noteColumns(study, recipe, places, spreads, issues);
    noteSuspicious(study, places.data, spreads, issues);
  }
  const read = sheets.filter((sheet) => used.some((each) => each?.sheet === sheet.sheet));
  return {
    study: study && study.units.length > 0 ? study : null,
    recipe,
    language: options.language,
    formulas: options.formulas,
    issues,
    sheets: {
      indicators: frameworkSheet,
      data: views.map((view) => view.table.sheet),
      settings: settingsView?.table.sheet ?? null,
    },
    years: data?.years ?? [],
    year: data?.year ?? "",
    panel,
    scale,
    places,
    held: holder(contents),
    settings,
    settingsView,
    accepted: acceptedKinds(settings, issues),
    matchSheet: matchSheets[0] ?? null,
    empty: sheets.length === 0,
    inputs: settingsView ? [...read, ...sheets.filter((sheet) => sheet === settingsView.table)] : read,
    fingerprint: fingerprint(
      read,
      // The settings count by what they mean: a sheet of defaults that we write changes nothing.
      // So are names of tiers that we choose by language.
      JSON.stringify([
        { ...recipe, tierLabels: settings.get("tier labels")?.text ?? "" },
        [...options.missingMarks].sort(),
        options.excludeHidden,
        options.formulas,
        options.year,
        scale,
      ]),
      rowsOfTable,
    ),
  };
}

function holder(contents: readonly SheetContent[]): Reading["held"] {
  const sheets = new Map(contents.map((sheet) => [sheet.sheet, sheet]));
  return ({ sheet, top, left }) => {
    const table = sheets.get(sheet);
    return table?.rows[top - table.top]?.[left - table.left] ?? null;
  };
}

/** Sheets that the settings name and the workbook does not have. */
function noteUnknownSheets(
  settings: WrittenSettings,
  sheets: readonly SheetContent[],
  issues: Issue[],
): void {
  const written = settings.get("data sheets");
  if (!written) return;
  const names = sheets.map(({ sheet }) => sheet);
  for (const name of list(written.text)) {
    if (names.some((each) => sameName(each) === sameName(name))) continue;
    const params = { setting: "data sheets", found: name, expected: names.join(", ") };
    issues.push(issue("error", "setting.bad-value", params, {}, written.at));
  }
}

/** The root carries the index's name where the settings give one. */
function named(tree: Tree, indexName: string): Tree["nodes"] {
  return indexName === ""
    ? tree.nodes
    : tree.nodes.map((node, k) => (k === 0 ? { ...node, name: indexName } : node));
}

/** The sheet that is found by its header; among several the one with the right name, else the first. */
function best(
  sheets: readonly SheetContent[],
  find: (sheet: SheetContent) => TableView | null,
  names: readonly string[],
): TableView | null {
  const found = sheets.map(find).filter((view) => view !== null);
  return found.find((view) => names.includes(fold(view.table.sheet))) ?? found[0] ?? null;
}

function sheetNames(kind: "indicators" | "settings" | "rules"): string[] {
  return [texts("en").sheet.names[kind], texts("zh-CN").sheet.names[kind]].map(fold);
}

/** Indicators without a column or without values, columns that are in nobody's use, units without a group. */
function noteColumns(
  study: Study,
  recipe: Recipe,
  places: Places,
  spreads: readonly ColumnSpread[],
  issues: Issue[],
): void {
  const n = study.units.length;
  study.indicators.forEach((indicator, j) => {
    const at = places.tree.indicatorAt[j];
    if (!places.data.indicator[j]) {
      issues.push(issue("error", "indicator.no-column", { indicator: indicator.name }, { indicator: j }, at));
      return;
    }
    const { missing } = spreads[j];
    if (missing === n) {
      issues.push(
        issue(
          "error",
          "indicator.no-values",
          { indicator: indicator.name },
          { indicator: j },
          places.data.indicator[j]!,
        ),
      );
    } else if (missing > 0) {
      issues.push(
        issue(
          "note",
          "data.missing",
          { indicator: indicator.name, count: missing },
          { indicator: j },
          places.data.indicator[j]!,
        ),
      );
    }
  });
  const denominators = new Set(study.indicators.map((indicator) => indicator.denominator));
  for (const column of study.columns) {
    // Settings that list the covariates have decided on the others.
    if (recipe.covariates || denominators.has(column.name)) continue;
    const at = places.data.column(column.name) ?? undefined;
    issues.push(issue("note", "data.extra-column", { column: column.name }, { column: column.name }, at));
  }
  for (const group of study.groups) {
    const without = [...group.of.keys()].filter((unit) => group.of[unit] < 0);
    // A column that only marks some units (members of a cluster) is meant to be blank elsewhere.
    if (without.length > n / 10) continue;
    for (const unit of without) {
      const at = places.data.column(group.name, unit) ?? undefined;
      issues.push(
        issue(
          "note",
          "data.no-group",
          { unit: study.units[unit].name, column: group.name },
          { unit, column: group.name },
          at,
        ),
      );
    }
  }
}

/** Puts cells to issues that the engine found, which knows units and indicators but no sheets. */
export function locate(issues: readonly Issue[], reading: Reading): Issue[] {
  const { places } = reading;
  return issues.map((each) => {
    if (each.at) return each;
    const { unit, indicator, node, column, setting } = each.about;
    let at: CellRange | null | undefined = null;
    if (setting !== undefined && isSettingKey(setting)) at = reading.settings.get(setting)?.at;
    else if (!places) at = null;
    else if (column !== undefined) at = places.data.column(column, unit);
    else if (indicator !== undefined) {
      at =
        unit === undefined
          ? places.tree.indicatorAt[indicator]
          : (places.data.cell(indicator, unit) ?? places.tree.indicatorAt[indicator]);
    } else if (unit !== undefined) at = places.data.unit(unit);
    else if (node !== undefined) at = places.tree.nodeAt[node];
    return at ? ({ ...each, at } as Issue) : each;
  });
}

function isSettingKey(key: string): key is SettingKey {
  return (settingKeys as readonly string[]).includes(key);
}
