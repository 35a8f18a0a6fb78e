/** What a sheet of Excel holds. */
export const maxRows = 1048576;
export const maxColumns = 16384;

/** A rectangle of cells on no particular sheet. Rows and columns count from zero; the end is inclusive. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A rectangle of cells on a named sheet. */
export interface CellRange extends Area {
  readonly sheet: string;
}

export function area(top: number, left: number, bottom = top, right = left): Area {
  return { top, left, bottom, right };
}

export function cellAt(sheet: string, row: number, column: number): CellRange {
  return { sheet, top: row, left: column, bottom: row, right: column };
}

/** 0 → "A", 25 → "Z", 26 → "AA". */
export function columnName(column: number): string {
  let name = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  }
  return name;
}

/** "A" → 0, "AA" → 26. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** "B7" for a cell, "B7:D9" for a rectangle. */
export function areaToA1(a: Area): string {
  const start = `${columnName(a.left)}${a.top + 1}`;
  const end = `${columnName(a.right)}${a.bottom + 1}`;
  return start === end ? start : `${start}:${end}`;
}

/** A sheet's name as formulas write it: quoted unless it is a plain word. */
export function quoteSheet(name: string): string {
  return /^[A-Za-z_\u4e00-\u9fff][A-Za-z0-9_\u4e00-\u9fff]*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}

/** "Data!B7" for a cell, "'My data'!B7:D9" for a rectangle. */
export function toA1(range: CellRange): string {
  return `${quoteSheet(range.sheet)}!${areaToA1(range)}`;
}

/** "Data!$B$7:$D$9": an address that stays what it is wherever a formula holding it goes. */
export function toAbsoluteA1({ sheet, top, left, bottom, right }: CellRange): string {
  const start = `$${columnName(left)}$${top + 1}`;
  const end = `$${columnName(right)}$${bottom + 1}`;
  return `${quoteSheet(sheet)}!${start === end ? start : `${start}:${end}`}`;
}

/** Reads "B7", "$B$7:D9" or "'My data'!B7"; null when it is no such address. */
export function parseA1(text: string): (Area & { sheet: string | null }) | null {
  const found =
    /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i.exec(text);
  if (!found) return null;
  const [, quoted, plain, column, row, endColumn, endRow] = found;
  const left = columnIndex(column);
  const top = Number(row) - 1;
  const right = endColumn ? columnIndex(endColumn) : left;
  const bottom = endRow ? Number(endRow) - 1 : top;
  return {
    sheet: quoted?.replaceAll("''", "'") ?? plain ?? null,
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
}
