import type { Locale } from "../../base/label";
import type { Cell } from "../../base/table";
import type { CellEdit } from "../port";
import { settingLabel, type SettingKey } from "../settings";
import { readText } from "./cell";
import { settingNames } from "./settings";
import { headerCells, isBlankRow, type TableView } from "./table-view";
import { fold, settingHeaders } from "./words";

/** The edits that give a setting a value: its value cell, or a new row below the last setting. */
export function settingRow(view: TableView, key: SettingKey, value: string, locale: Locale): CellEdit[] {
  const { table, header } = view;
  const words = headerCells(view).map(fold);
  const keyColumn = words.findIndex((word) => settingHeaders.key.has(word));
  const valueColumn = words.findIndex(
    (word, column) => column !== keyColumn && settingHeaders.value.has(word),
  );
  const edit = (row: number, column: number, cell: Cell): CellEdit => ({
    sheet: table.sheet,
    row: table.top + row,
    column: table.left + column,
    value: cell,
  });
  const number = value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : value;
  let last = header;
  for (let row = header + 1; row < table.rows.length; row += 1) {
    if (isBlankRow(table.rows[row])) continue;
    last = row;
    const written = fold(readText(table.rows[row][keyColumn]));
    if (settingNames(key).some((name) => fold(name) === written)) return [edit(row, valueColumn, number)];
  }
  return [edit(last + 1, keyColumn, settingLabel(key, locale)), edit(last + 1, valueColumn, number)];
}
