import { columnIndex, columnName, toA1 } from "../../base/address";
import { issue, type Issue } from "../../base/issue";
import type { Cell, Table } from "../../base/table";
import type { Indicator } from "../../engine/index";
import { foldMark, readText } from "./cell";
import { columnTexts, joinedTexts, type ColumnTexts } from "./column-texts";
import { looseHeader, looseNames, withoutNotes } from "./loose-header";
import { isFootnote } from "./measure";
import type { ReadOptions } from "./settings";
import { at, isBlankRow, unmerged } from "./table-view";
import { fold, namesUnits, sameName, unitCodeHeaders, unitNameHeaders } from "./words";
import { yearColumns, type IndicatorYear } from "./year-columns";

/** The rows that head a table, and one header a column made of them. */
export interface HeaderBlock {
  readonly top: number;
  readonly bottom: number;
  /** Per column: the name or code of the indicator it is, "name" or "code" for the units', its own text otherwise; null for none. */
  readonly headers: readonly (string | null)[];
  readonly name: number;
  readonly code: number;
  /** The column that the settings say holds the years, -1 when they say that none does; null when they say nothing. */
  readonly year: number | null;
  /** Columns that are indicators. */
  readonly indicators: readonly number[];
  /** Per column the year of an indicator that it holds; null for a table without columns of years. */
  readonly years: readonly (IndicatorYear | null)[] | null;
}

const searched = 40;
const deepest = 4;
/** Rows around the one that names most indicators, the nearest first. */
const nearby = [0, 1, -1, 2, -2, 3, -3];

/**
 * Finds the header of a data table: the row that names most indicators, the row that heads the units' column where that is
 * another, and rows of years or units of measure below. A column is an indicator's by any of its header cells, alone or
 * joined downwards, but not by a cell that heads several columns.
 */
export function findHeaderBlock(
  table: Table,
  indicators: readonly Indicator[],
  options: Pick<ReadOptions, "missingMarks" | "columns">,
  issues: Issue[],
): HeaderBlock | null {
  const known = knownHeaders(indicators);
  const loose = looseNames(indicators, false);
  const rows = table.rows.slice(0, searched);
  const merged = unmerged({ ...table, rows });
  const yearOf = yearColumns(table, rows, merged, indicators, known);
  const isKnown = (text: string) => known.has(sameName(text)) || (yearOf !== null && yearOf(text) !== null);
  const score = rows.map(
    (row) =>
      row.filter((cell) =>
        typeof cell === "string" ? isKnown(cell) : yearOf !== null && yearOf(readText(cell)) !== null,
      ).length,
  );
  const looser = rows.map((row, r) => score[r] + row.filter((cell) => typeof cell === "string" && loose.has(looseHeader(cell, false))).length / 100); // prettier-ignore
  let best = Math.max(0, ...looser);
  let main = best > 0 ? looser.indexOf(best) : -1;
  // Names that only the joined cells of two rows make.
  for (let row = 1; row < rows.length; row += 1) {
    const joined = joinedTexts(merged, row - 1, row).filter(isKnown).length;
    if (joined > best) [best, main] = [joined, row];
  }
  if (main < 0) return null;
  main = firstLike(rows, main);

  const unitRow = nearestRow(rows, main, (row) =>
    row.some((cell) => headsUnits(cell) && !known.has(sameName(cell))),
  );
  let top = Math.min(main, unitRow ?? main);
  let bottom = Math.max(main, unitRow ?? main);
  const own = rows[unitRow ?? main];
  const named = namedColumns(table, rows, main, options.columns);
  const code = named.code ?? own.findIndex((cell, c) => c !== named.name && unitCodeHeaders.has(fold(cell)) && !known.has(sameName(cell))); // prettier-ignore
  let name = named.name ?? nameColumn(own, known, code);
  const isIndicator = (column: number) => isKnown(readText(rows[main][column]));
  const byWords = name >= 0 || code >= 0;
  if (!byWords) name = namesByLook(table, main, isIndicator);
  while (bottom + 1 < rows.length && continuesHeader(rows[bottom + 1], name, code, options.missingMarks))
    bottom += 1;
  while (top > 0 && bottom - top < deepest - 1 && isUpper(rows[top - 1])) top -= 1;

  const texts = columnTexts(table, merged, rows, top, bottom);
  const headers: (string | null)[] = texts.map((each) => each.label);
  if (name >= 0) headers[name] = known.has(sameName(headers[name])) || unitNameHeaders.some((set) => set.has(fold(headers[name]))) ? headers[name] : "name"; // prettier-ignore
  if (code >= 0) headers[code] = unitCodeHeaders.has(fold(headers[code])) ? headers[code] : "code";
  if (!byWords && name >= 0) {
    const params = { column: texts[name].label ?? columnName(table.left + name) };
    issues.push(issue("note", "data.unit-column", params, {}, at(table, texts[name].row, name)));
  }
  const { year } = named;
  if (year !== null && year >= 0) headers[year] = "Year";
  const found = new Map<number, number>();
  const years: (IndicatorYear | null)[] = texts.map(() => null);
  const free = (column: number) => column !== name && column !== code && column !== year;
  texts.forEach(({ candidates, full }, column) => {
    const yearly =
      yearOf && free(column) ? [full, ...candidates].map(yearOf).find((each) => each !== null) : null;
    if (!yearly) return;
    years[column] = yearly;
    found.set(column, yearly.indicator);
    headers[column] = indicators[yearly.indicator].code || indicators[yearly.indicator].name;
  });
  texts.forEach(({ candidates }, column) => {
    if (years[column]) return;
    const match = free(column) ? candidates.find((text) => known.has(sameName(text))) : undefined;
    if (match === undefined) return;
    found.set(column, known.get(sameName(match))!);
    headers[column] = match;
  });
  // What is only like an indicator's name counts when it is the only one: first without note marks, then without brackets.
  for (const brackets of [true, false]) {
    const names = looseNames(indicators, brackets);
    const taken = new Set(found.values());
    const likely = new Map<number, number[]>();
    /** Columns that are headed, but for a note's mark, like one that is read. */
    const copies = new Map<number, number>();
    texts.forEach(({ candidates }, column) => {
      if (found.has(column) || !free(column)) return;
      const fitting = new Set<number>();
      for (const text of candidates) {
        const j = names.get(looseHeader(text, brackets));
        if (j === undefined || !agree(text, indicators[j].name)) continue;
        if (!taken.has(j)) fitting.add(j);
        else if (brackets) copies.set(column, j);
      }
      for (const j of fitting) likely.set(j, [...(likely.get(j) ?? []), column]);
    });
    for (const [column, j] of copies) {
      const read = [...found].find(([, other]) => other === j)![0];
      const params = { column: headers[column] ?? "", first: toA1(at(table, texts[read].row, read)) };
      const place = at(table, texts[column].row, column);
      issues.push(issue("warning", "data.duplicate-column", params, { indicator: j }, place));
    }
    for (const [j, columns] of likely) {
      const [column] = columns;
      const place = at(table, texts[column].row, column);
      const written = columns.map((each) => headers[each] ?? "");
      if (columns.length > 1) {
        const params = { indicator: indicators[j].name, columns: written.join("; ") };
        issues.push(issue("error", "data.header-ambiguous", params, { indicator: j }, place));
        continue;
      }
      if (found.has(column)) continue;
      found.set(column, j);
      headers[column] = indicators[j].code || indicators[j].name;
      const params = { header: written[0], indicator: indicators[j].name };
      issues.push(issue("note", "data.header-matched", params, { indicator: j }, place));
    }
  }
  if (found.size === 0) return null;
  blankFootnotes(table, headers, bottom, found);
  distinguish(headers, texts, found);
  return { top, bottom, headers, name, code, year, indicators: [...found.keys()], years: yearOf && years }; // prettier-ignore
}

/** A header that comes again on every page is first met where it first stands, also when a cell of it is spoilt there. */
function firstLike(rows: readonly (readonly Cell[])[], main: number): number {
  const texts = rows[main].map((cell) => (typeof cell === "string" ? sameName(cell) : ""));
  const all = texts.filter(Boolean).length;
  for (let row = 0; row < main; row += 1) {
    const same = rows[row].filter((cell, c) => texts[c] !== "" && typeof cell === "string" && sameName(cell) === texts[c]); // prettier-ignore
    if (same.length >= 2 && same.length * 2 >= all) return row;
  }
  return main;
}

export function knownHeaders(indicators: readonly Indicator[]): Map<string, number> {
  const known = new Map<string, number>();
  // Codes win over names: a name that is another's code is that other's column.
  indicators.forEach((indicator, j) => known.set(sameName(indicator.name), j));
  indicators.forEach((indicator, j) => indicator.code && known.set(sameName(indicator.code), j));
  known.delete("");
  return known;
}

/** Two names whose brackets do not contradict: "GDP" and "GDP (bn)" agree, "GDP (m)" and "GDP (bn)" do not. */
function agree(header: string, name: string): boolean {
  const bracket = (text: string) => fold(/\(([^()]*)\)$/.exec(withoutNotes(text))?.[1] ?? "");
  const one = bracket(header);
  const other = bracket(name);
  return one === "" || other === "" || one === other;
}

/** The columns that the settings name, by header or by letter; null where they name none that is there, -1 for "none". */
function namedColumns(
  table: Table,
  rows: readonly (readonly Cell[])[],
  main: number,
  columns: ReadOptions["columns"],
): Record<keyof ReadOptions["columns"], number | null> {
  const find = (wanted: string) => {
    if (wanted === "") return null;
    for (const step of nearby) {
      const column = rows[main + step]?.findIndex((cell) => sameName(cell) === sameName(wanted)) ?? -1;
      if (column >= 0) return column;
    }
    const letters = /^(?:column\s*|列\s*)?([A-Z]{1,2})\s*列?$/i.exec(wanted.normalize("NFKC").trim());
    const column = letters ? columnIndex(letters[1]) - table.left : -1;
    if (column >= 0 && column < rows[main].length) return column;
    return ["none", "无"].includes(fold(wanted)) ? -1 : null;
  };
  return { name: find(columns.name), code: find(columns.code), year: find(columns.year) };
}

/** Where no header says which column names the units: the first, outside the indicators, whose cells are texts that all differ. */
function namesByLook(table: Table, main: number, isIndicator: (column: number) => boolean): number {
  for (let column = 0; column < table.rows[main].length; column += 1) {
    if (isIndicator(column)) continue;
    const texts = new Set<string>();
    let filled = 0;
    for (let row = main + 1; row < table.rows.length; row += 1) {
      const cell = table.rows[row][column];
      if (cell === null || cell === "") continue;
      filled += 1;
      if (typeof cell === "string" && !/^[\d\s.,%+-]+$/.test(cell)) texts.add(cell);
    }
    if (filled > 0 && texts.size >= 0.9 * filled) return column;
  }
  return -1;
}

function headsUnits(cell: Cell): boolean {
  return typeof cell === "string" && (unitCodeHeaders.has(fold(cell)) || namesUnits(cell));
}

function nameColumn(row: readonly Cell[], known: ReadonlyMap<string, number>, code: number): number {
  const free = (cell: Cell, column: number) => column !== code && !known.has(sameName(cell));
  for (const words of unitNameHeaders) {
    const column = row.findIndex((cell, c) => free(cell, c) && words.has(fold(cell)));
    if (column >= 0) return column;
  }
  return row.findIndex((cell, c) => free(cell, c) && typeof cell === "string" && namesUnits(cell));
}

function nearestRow(
  rows: readonly (readonly Cell[])[],
  from: number,
  fits: (row: readonly Cell[]) => boolean,
): number | null {
  for (const step of nearby) {
    const row = rows[from + step];
    if (row && fits(row)) return from + step;
  }
  return null;
}

/** A row under a header that names no unit and holds years, units of measure or note marks only. */
function continuesHeader(
  row: readonly Cell[],
  name: number,
  code: number,
  marks: ReadonlySet<string>,
): boolean {
  if (isBlankRow(row) || readText(row[name] ?? null) !== "" || readText(row[code] ?? null) !== "")
    return false;
  let heads = 0;
  for (const cell of row) {
    if (cell === null || cell === "") continue;
    if (typeof cell === "boolean") return false;
    if (typeof cell === "number") {
      if (!Number.isInteger(cell) || cell < 1900 || cell > 2100) return false;
    } else if (marks.has(foldMark(cell))) continue;
    else if (/^[#+\-−\d]/.test(cell.normalize("NFKC").trim()) && !/^(19|20)\d\d\D{0,2}$/.test(cell.trim()))
      return false;
    heads += 1;
  }
  return heads > 1;
}

/** A row above a header that may belong to it: several texts, no numbers but years. */
function isUpper(row: readonly Cell[]): boolean {
  const cells = row.filter((cell) => cell !== null && cell !== "");
  return cells.length > 1 && cells.every((cell) => typeof cell === "string" || (Number(cell) >= 1900 && Number(cell) <= 2100)); // prettier-ignore
}

/** Columns of letters that point at notes head nothing. */
function blankFootnotes(
  table: Table,
  headers: (string | null)[],
  bottom: number,
  found: ReadonlyMap<number, number>,
): void {
  headers.forEach((header, column) => {
    if (found.has(column) || (header !== null && !isFootnote(header))) return;
    let marks = 0;
    let others = 0;
    for (let row = bottom + 1; row < table.rows.length; row += 1) {
      const cell = table.rows[row][column];
      if (cell === null || cell === "") continue;
      if (typeof cell === "string" && /^(\*+|[a-z]{1,2}([,\s]+[a-z]{1,2})*)$/i.test(cell.trim())) marks += 1;
      else others += 1;
    }
    if (marks > 9 * others) headers[column] = null;
  });
}

/** Columns outside the framework that are headed alike are told apart by what stands above them. */
function distinguish(
  headers: (string | null)[],
  texts: readonly ColumnTexts[],
  found: ReadonlyMap<number, number>,
): void {
  const count = new Map<string, number>();
  for (const header of headers)
    if (header) count.set(sameName(header), (count.get(sameName(header)) ?? 0) + 1);
  headers.forEach((header, column) => {
    if (header && !found.has(column) && count.get(sameName(header))! > 1)
      headers[column] = texts[column].full;
  });
}
