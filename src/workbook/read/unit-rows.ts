import { issue, type Issue } from "../../base/issue";
import type { Cell } from "../../base/table";
import { readText } from "./cell";
import type { HeaderBlock } from "./header-block";
import { at, filledUpTo, isBlankRow, type PlacedTable } from "./table-view";
import { isHeading, totalKind } from "./totals";
import { fold, sameName, startsNote } from "./words";

/**
 * The rows of a table that are units', and whether these are all that are filled below the header. Repeated headers, totals
 * and aggregates, rows of another administrative level and headings are kept apart, each with an issue; notes below the table
 * are passed over.
 */
export function unitRows(
  table: PlacedTable,
  block: HeaderBlock,
  issues: Issue[],
): { readonly rows: readonly number[]; readonly isAll: boolean } {
  const names = block.name >= 0 ? block.name : block.code;
  const repeatsHeader = headerTest(table, block);
  const repeated: number[] = [];
  const bare: number[] = [];
  const rows: number[] = [];
  /** Of those rows whose names are no plain units'. */
  const kinds = new Map<number, "whole" | "group">();
  const nameOf = (row: number) => readText(table.rows[row][names]);
  const keep = (row: number) => {
    rows.push(row);
    const kind = totalKind(nameOf(row));
    if (kind !== null) kinds.set(row, kind);
  };
  let filled = 0;
  let valued = 0;
  let last = -1;
  for (let row = block.bottom + 1; row < table.rows.length; row += 1) {
    const cells = table.rows[row];
    if (isBlankRow(cells)) continue;
    filled += 1;
    if (names < 0) {
      rows.push(row);
      continue;
    }
    if (repeatsHeader(cells) || (valued === 0 && numbersColumns(table, block, row))) {
      repeated.push(row);
      continue;
    }
    const few = filledUpTo(cells, 3);
    if (few < 3 && isContinued(cells)) {
      repeated.push(row);
      continue;
    }
    if (few < 3 && startsNote(cells.find((cell) => cell !== null && cell !== ""))) {
      // A page's note, when the header comes again below it; else the end of the table.
      if (!table.rows.slice(row + 1).some(repeatsHeader)) break;
      repeated.push(row);
      continue;
    }
    if (hasValue(block, cells)) {
      valued += 1;
      last = row;
      keep(row);
    } else if (few > 1 && (nameOf(row) !== "" || block.code >= 0)) keep(row);
    else bare.push(row);
  }
  if (names < 0) return { rows, isAll: true };
  if (repeated.length > 0) {
    const params = { count: repeated.length, sheet: table.sheet };
    issues.push(issue("note", "data.repeated-header", params, {}, at(table, repeated[0], names)));
  }
  // A table that has no values yet, or one column only, may well have units with nothing beside their name.
  const wide = block.headers.filter((header, column) => header !== null && column !== block.name && column !== block.code).length; // prettier-ignore
  const notes = valued === 0 ? -1 : bare.findIndex((row) => row > last && isNote(table, row, names));
  if (notes >= 0) bare.length = notes;
  if (valued === 0 || wide < 3 || bare.length > rows.length) {
    bare.forEach(keep);
    rows.sort((a, b) => a - b);
  } else for (const row of bare) noteHeading(table, row, names, issues);

  const isUnit = levelOfUnits(table, block, rows, names);
  if (isUnit === null && kinds.size === 0) return { rows, isAll: rows.length === filled };
  // Among districts, one called Asia is a district; where there are several such names, or as many as others, all are alike.
  const groups = [...kinds.values()].filter((kind) => kind === "group").length;
  const aggregates = isUnit === null && groups * 2 < rows.length;
  const units = rows.filter((row) => {
    const kind = kinds.get(row);
    const apart = isUnit ? !isUnit(row) : kind === "whole" || (kind === "group" && aggregates);
    const severity = kind === "group" && groups === 1 ? "warning" : "note";
    if (apart)
      issues.push(issue(severity, "data.total-row", { name: nameOf(row) }, {}, at(table, row, names)));
    return !apart;
  });
  return { rows: units, isAll: units.length === filled };
}

function hasValue(block: HeaderBlock, cells: readonly Cell[]): boolean {
  for (const column of block.indicators) if (cells[column] !== null && cells[column] !== "") return true;
  return false;
}

/** Whether a row says what a row of the header says, in the same columns. */
function headerTest(table: PlacedTable, block: HeaderBlock): (cells: readonly Cell[]) => boolean {
  const headers = table.rows
    .slice(block.top, block.bottom + 1)
    .map((row) => row.map((cell) => (typeof cell === "string" ? sameName(cell) : null)));
  const repeats = (header: readonly (string | null)[], cells: readonly Cell[]) => {
    let same = 0;
    let all = 0;
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column];
      if (cell === null || cell === "") continue;
      all += 1;
      if (typeof cell === "string" && sameName(cell) === header[column]) same += 1;
      // A row of values is seen to be none after a few cells.
      else if (all > 4 && same * 2 < all) break;
    }
    return same >= 2 && same * 2 >= all;
  };
  return (cells) => {
    for (const header of headers) if (repeats(header, cells)) return true;
    return false;
  };
}

/** "续表", "Table 2 (continued)" */
function isContinued(cells: readonly Cell[]): boolean {
  const texts = cells.filter((cell) => cell !== null && cell !== "");
  return texts.length <= 2 && texts.some((cell) => typeof cell === "string" && /^\W{0,2}(续表|续上表|接上表|续)|[(（](续|continued|cont\.)[)）]|^continued$/i.test(cell.trim())); // prettier-ignore
}

/** Under the header, the columns' numbers: (1) (2) (3) beside nothing, or beside a 甲 that no 乙 follows. */
function numbersColumns(table: PlacedTable, block: HeaderBlock, row: number): boolean {
  const cells = table.rows[row];
  const name = readText(cells[block.name] ?? null);
  const next = readText(table.rows[row + 1]?.[block.name] ?? null);
  if (name !== "" && (name !== "甲" || next === "乙")) return false;
  const numbers = block.indicators.map((column) => {
    const text = readText(cells[column] ?? null).normalize("NFKC");
    return Number(text.replace(/^\((\d+)\)$/, "$1") || NaN);
  });
  return (
    numbers.length > 2 &&
    numbers.every((number, i) => Number.isInteger(number) && (i === 0 ? number < 10 : number > numbers[i - 1] && number <= numbers[i - 1] + 2)) // prettier-ignore
  );
}

/** Below the table: a row that no unit could be. */
function isNote(table: PlacedTable, row: number, names: number): boolean {
  const text = readText(table.rows[row][names]);
  return text === "" || text.length > 30 || /[.。;；*]|^\W?[a-z0-9]{1,2}[.)/]\s/i.test(text) || isBlankRow(table.rows[row - 1]) || startsNote(text); // prettier-ignore
}

/** A heading by its words or its merged cells is one; another row with a name alone may be a unit without any data. */
function noteHeading(table: PlacedTable, row: number, names: number, issues: Issue[]): void {
  const cells = table.rows[row];
  const name = readText(cells[names]) || readText(cells.find((cell) => cell !== null && cell !== "") ?? null);
  const merged = table.merges.some((area) => area.top - table.top === row && area.right - area.left > 1);
  const severity = merged || isHeading(name) ? "note" : "warning";
  issues.push(issue(severity, "data.heading-row", { name }, {}, at(table, row, names)));
}

const national = /^(nacional|national|nation|country|total|world|全国|国家|合计|总计)/i;
const levels = /^(nacional|national|nation|country|total|world|regi[oó]n|zona|zone|provincia|province|distrito|district|departamento|department|state|county|municip|prefecture|city|全国|国家|合计|总计|省|自治区|直辖市|地区|地级市|市|县|区|分区)/i; // prettier-ignore

/**
 * A column without header that says of each row whether it is the nation, a region, a district: the units are the rows of
 * the most frequent word.
 */
function levelOfUnits(
  table: PlacedTable,
  block: HeaderBlock,
  rows: readonly number[],
  names: number,
): ((row: number) => boolean) | null {
  for (let column = 0; column < names; column += 1) {
    if (block.headers[column] !== null) continue;
    const counts = new Map<string, number>();
    for (const row of rows) {
      const word = readText(table.rows[row][column]);
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const words = [...counts.keys()];
    if (words.length < 2 || words.length > 20 || !words.every((word) => levels.test(word)) || !words.some((word) => national.test(word))) continue; // prettier-ignore
    const [most] = [...counts].sort((a, b) => b[1] - a[1])[0];
    return (row) => fold(table.rows[row][column]) === fold(most);
  }
  return null;
}
