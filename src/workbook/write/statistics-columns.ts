import type { DocumentCell } from "../document";
import { shown } from "./context";
import { numberWidth, textWidth, type TableColumn } from "./draft";
import { looks, shareFormat, wholeFormat } from "./look";

/** How numbers of a kind look in tables of statistics. */
export const coefficient = { numberFormat: "0.000", align: "right" } as const;
export const whole = { numberFormat: wholeFormat, align: "right" } as const;
export const general = { numberFormat: "#,##0.00##", align: "right" } as const;
export const share = { numberFormat: shareFormat, align: "right" } as const;

/** A column of numbers, dashes where there are none. */
export function numbers(
  header: string,
  cells: readonly number[],
  style: TableColumn["style"] = general,
): TableColumn {
  return { header, width: numberWidth(header), style, cells: cells.map(shown) };
}

/** The column that says what a row is about. */
export function names(header: string, cells: readonly DocumentCell[]): TableColumn {
  return { header, width: textWidth(cells, 14, 60), style: looks.bold, cells };
}
