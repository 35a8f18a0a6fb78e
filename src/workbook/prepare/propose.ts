import { cellAt } from "../../base/address";
import type { Locale } from "../../base/label";
import type { SheetContent } from "../port";
import { readText } from "../read/cell";
import { fingerprint } from "../read/fingerprint";
import { measureInHeader } from "../read/measure";
import { fold, sameName } from "../read/words";
import { yearInHeader } from "../read/year-header";
import {
  classifyColumn,
  nameOrder,
  type Classification,
  type ColumnRole,
  type Evidence,
} from "./classify-column";
import { isNumeric, type ColumnProfile } from "./column-profile";
import { asideFromComposites } from "./composite-column";
import { directionOf } from "./direction-guess";
import { indexNameOf } from "./index-name";
import { proposeFromList } from "./long-table";
import { findPlainTable, type PlainTable } from "./plain-table";
import type { ProposedColumn, SheetProposal } from "./proposal";

const evidence = (code: Evidence["code"], params: Evidence["params"] = {}): Evidence => ({ code, params });

/**
 * Proposes what the columns of a plain table are: the table is found by its numbers, each column told apart by its header
 * and its cells, with the evidence. Null when the sheet holds no table of units.
 */
export function propose(
  sheet: SheetContent,
  marks: ReadonlySet<string>,
  locale: Locale,
): SheetProposal | null {
  const list = proposeFromList(sheet, locale);
  if (list) return list;
  const plain = findPlainTable(sheet, marks);
  if (!plain) return null;
  const columns = columnsOf(plain, marks);
  if (!columns.some(({ role }) => role === "indicator")) return null;
  const named = columns.find(({ role }) => role === "name") ?? columns.find(({ role }) => role === "code");
  const units = named ? plain.rows.map((row) => readText(sheet.rows[row][named.at.left - sheet.left])) : [];
  return {
    units,
    proposal: {
      sheet: sheet.sheet,
      sheets: [sheet.sheet],
      units: plain.rows.length,
      indexName: indexNameOf(sheet.sheet, columns, locale),
      columns,
      fingerprint: fingerprint([sheet], ""),
    },
  };
}

function columnsOf(plain: PlainTable, marks: ReadonlySet<string>): ProposedColumn[] {
  const names = columnNames(plain);
  const settled = settleNames(
    plain,
    plain.texts.map(({ label }, column) =>
      classifyColumn(names[column] || label || "", plain.profiles[column], column === 0),
    ),
  );
  const yearly = yearGroups(plain, settled);
  const classes = asideFromComposites(plain, settled, (column) => yearly.has(column), marks);
  const seen = new Set<string>();
  return classes.flatMap((found, column): ProposedColumn[] => {
    const group = yearly.get(column);
    if (group && group.columns[0] !== column) return [];
    if (plain.texts[column].label === null && found.role !== "name") return [];
    const name = group ? group.name : names[column];
    const own =
      group?.columns.map((each) => classes[each]).find((each) => each.role === "indicator") ?? found;
    const { role, why } = proposed(name, own, group, seen);
    const profile = plain.profiles[column];
    return [withMeaning(plain, column, name, role, why, rolesOf(profile, group !== undefined, name))];
  });
}

function proposed(
  name: string,
  found: Classification,
  group: YearGroup | undefined,
  seen: Set<string>,
): Classification {
  const key = sameName(name);
  if (group && found.role === "indicator") {
    seen.add(key);
    const { years } = group;
    const why = evidence("year-columns", {
      columns: years.length,
      first: years[0],
      last: years[years.length - 1],
    });
    return { role: "indicator", why };
  }
  if (name === "" && found.role !== "name") return { role: "ignored", why: evidence("no-header") };
  if (seen.has(key) && name !== "") return { role: "ignored", why: evidence("repeated") };
  seen.add(key);
  return found;
}

function rolesOf(profile: ColumnProfile, yearly: boolean, name: string): readonly ColumnRole[] {
  if (yearly) return ["indicator", "ignored"];
  if (name === "") return ["name", "code", "ignored"];
  return isNumeric(profile)
    ? ["indicator", "covariate", "group", "year", "code", "name", "ignored"]
    : ["name", "code", "group", "year", "ignored"];
}

function withMeaning(
  plain: PlainTable,
  column: number,
  name: string,
  role: ColumnRole,
  why: Evidence,
  roles: readonly ColumnRole[],
): ProposedColumn {
  const { table, texts, above, measures } = plain;
  const over = above[column];
  const upper = over[over.length - 1] ?? "";
  return {
    name,
    at: cellAt(table.sheet, table.top + texts[column].row, table.left + column),
    role,
    why,
    roles,
    measure: measures[column] || measureOf(texts[column].parts) || measureInHeader(name),
    ...directionOf(name),
    parent: upper,
    over: over.slice(0, -1),
    parentWhy: upper !== "" ? evidence("upper-header", { name: upper }) : null,
  };
}

/**
 * What each column is called: its own header without the rows that hold a year or a unit of measure; with what stands above
 * where two are alike.
 */
function columnNames({ texts }: PlainTable): string[] {
  const plain = texts.map(({ parts, label }) => {
    const words = parts.filter((part) => yearInHeader(part)?.name !== "" && !isBracketed(part));
    return words.length > 0 ? words.join(" ") : (label ?? "");
  });
  const alike = (names: readonly string[]) => (name: string) =>
    name !== "" && names.filter((each) => sameName(each) === sameName(name)).length > 1;
  const isShared = alike(plain);
  return plain.map((name, column) => (isShared(name) ? texts[column].full : name));
}

function measureOf(parts: readonly string[]): string {
  return parts.find(isBracketed)?.trim().slice(1, -1) ?? "";
}

/** "(years)", "（亿元）": a unit of measure in a cell of its own. */
function isBracketed(text: string): boolean {
  return /^[(（][^()（）]*[)）]$/.test(text.trim());
}

/** One column names the units: the one whose header says so best, else the first text column whose cells all differ. */
function settleNames(plain: PlainTable, classes: readonly Classification[]): Classification[] {
  const order = plain.texts.map(({ label }, column) =>
    classes[column].role === "name" ? nameOrder(label ?? "") : Infinity,
  );
  const best = order.indexOf(Math.min(...order));
  const byWord = Number.isFinite(order[best]);
  const hasCode = classes.some(({ role }) => role === "code");
  let name = byWord ? best : -1;
  let why = evidence("header-name");
  if (name < 0) {
    name = plain.profiles.findIndex(
      ({ texts, numbers, distinct }) => texts > numbers && distinct >= 0.9 * (texts + numbers),
    );
    // Units that are told apart by numbers alone.
    if (name < 0 && !hasCode)
      name = plain.profiles.findIndex(
        ({ distinct, numbers, whole, missing }, column) =>
          distinct === numbers && whole && missing === 0 && classes[column].role !== "year",
      );
    why = evidence("look-name");
  }
  return classes.map((found, column): Classification => {
    if (column === name) return { role: "name", why };
    if (found.role !== "name") return firstOnly(classes, found, column);
    const { distinct, texts, examples } = plain.profiles[column];
    return distinct <= 60 && distinct <= 0.6 * texts
      ? { role: "group", why: evidence("few-texts", { distinct, examples: examples.join(", ") }) }
      : { role: "ignored", why: evidence("other-name") };
  });
}

/** A second column of codes or years is none. */
function firstOnly(
  classes: readonly Classification[],
  found: Classification,
  column: number,
): Classification {
  const isSecond =
    (found.role === "code" || found.role === "year") &&
    classes.findIndex(({ role }) => role === found.role) < column;
  return isSecond ? { role: "ignored", why: evidence("repeated") } : found;
}

interface YearGroup {
  readonly name: string;
  readonly columns: readonly number[];
  readonly years: readonly string[];
}

/** Columns of numbers that are one indicator's years, by column: at least two years of one name. */
function yearGroups(plain: PlainTable, classes: readonly Classification[]): Map<number, YearGroup> {
  const groups = new Map<string, { name: string; columns: number[]; years: string[] }>();
  plain.texts.forEach((text, column) => {
    const profile = plain.profiles[column];
    const isEmpty = profile.numbers + profile.texts === 0;
    if (!isEmpty && (!isNumeric(profile) || ["year", "code", "name"].includes(classes[column].role))) return;
    const found = [text.label ?? "", ...[...text.candidates].reverse(), text.full]
      .map(yearInHeader)
      .filter((each) => each !== null);
    if (found.length === 0) return;
    const { name, year } = found.find((each) => each.name !== "") ?? found[0];
    const own = name || plain.title || plain.table.sheet;
    const key = fold(own);
    const group = groups.get(key) ?? { name: own, columns: [], years: [] };
    groups.set(key, group);
    if (group.years.includes(year)) return;
    group.columns.push(column);
    group.years.push(year);
  });
  const byColumn = new Map<number, YearGroup>();
  for (const group of groups.values()) {
    if (group.years.length < 2) continue;
    const years = [...group.years].sort();
    for (const column of group.columns) byColumn.set(column, { ...group, years });
  }
  return byColumn;
}
