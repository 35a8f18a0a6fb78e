import type { Locale } from "../../base/label";
import type { Cell } from "../../base/table";
import type { CellEdit } from "../port";
import { settingLabel, type SettingKey } from "../settings";
import { readText } from "./cell";
import { settingNames } from "./settings";
import { headerCells, isBlankRow, type TableView } from "./table-view";
import { fold, settingHeaders } from "./words";

/** The edits that give settings their values: each in its value cell, those that the sheet lacks in new rows below the last. */
export function settingRows(
  view: TableView,
  values: Partial<Record<SettingKey, string>>,
  locale: Locale,
): CellEdit[] {
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
  const rowOf = new Map<string, number>();
  let last = header;
  for (let row = header + 1; row < table.rows.length; row += 1) {
    if (isBlankRow(table.rows[row])) continue;
    last = row;
    const written = fold(readText(table.rows[row][keyColumn]));
    if (!rowOf.has(written)) rowOf.set(written, row);
  }
  return (Object.entries(values) as [SettingKey, string][]).flatMap(([key, value]) => {
    const number = value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : value;
    const row = settingNames(key)
      .map((name) => rowOf.get(fold(name)))
      .find((each) => each !== undefined);
    if (row !== undefined) return [edit(row, valueColumn, number)];
    last += 1;
    return [edit(last, keyColumn, settingLabel(key, locale)), edit(last, valueColumn, number)];
  });
}
