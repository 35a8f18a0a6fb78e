import type { Outcome } from "../base/outcome";
import type { Study } from "../engine/index";
import type { CellEdit, SheetContent, Workbook } from "../workbook/port";
import { matchColumns, noUnit } from "../workbook/read/name-matches";
import { nearestUnits } from "../workbook/read/nearest";
import { readWorkbook } from "../workbook/read/read-workbook";
import { isBlankRow } from "../workbook/read/table-view";
import { sameName } from "../workbook/read/words";
import { nameMatchesSheet, type NamePair } from "../workbook/write/name-matches-sheet";
import type { TaskOptions } from "./report";

/** A name on a sheet, and the unit that it means; null when it is no unit and its row is to be left out. */
export interface ConfirmedName {
  readonly found: string;
  readonly unit: string | null;
}

/** The units that a name may mean, the likeliest first. */
export function nameCandidates(found: string, study: Study, most: number): string[] {
  const names = study.units.map(({ name }) => name);
  return nearestUnits(found, [...new Set(names)], most);
}

/**
 * Keeps what the user says a name means: on the sheet of name matches, which is made when there is none. A name that stands
 * there already gets the new unit.
 */
export async function confirmNames(
  workbook: Workbook,
  names: readonly ConfirmedName[],
  options: TaskOptions,
): Promise<Outcome<null>> {
  const read = await workbook.read();
  if (!read.ok) return read;
  const reading = readWorkbook(read.value, options.locale);
  const pairs = names.map(({ found, unit }) => ({ found, unit: unit ?? noUnit }));
  if (reading.matchSheet) return workbook.edit(pairEdits(reading.matchSheet, pairs));
  const locale = reading.language ?? options.locale;
  const made = await workbook.write([nameMatchesSheet(pairs, locale)], { fingerprint: reading.fingerprint });
  return made.ok ? { ok: true, value: null, issues: made.issues } : made;
}

function pairEdits(sheet: SheetContent, pairs: readonly NamePair[]): CellEdit[] {
  const { header, found, unit } = matchColumns(sheet);
  const edit = (row: number, column: number, value: string): CellEdit => ({ sheet: sheet.sheet, row: sheet.top + row, column: sheet.left + column, value }); // prettier-ignore
  let last = header;
  sheet.rows.forEach((row, r) => {
    if (!isBlankRow(row)) last = r;
  });
  return pairs.flatMap((pair) => {
    const known = sheet.rows.findIndex(
      (row, r) => r > header && sameName(row[found]) === sameName(pair.found),
    );
    if (known >= 0) return [edit(known, unit, pair.unit)];
    last += 1;
    return [edit(last, found, pair.found), edit(last, unit, pair.unit)];
  });
}
