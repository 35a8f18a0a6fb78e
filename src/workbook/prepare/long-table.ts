import { cellAt } from "../../base/address";
import type { Locale } from "../../base/label";
import type { SheetContent } from "../port";
import { readText } from "../read/cell";
import { fingerprint } from "../read/fingerprint";
import { measureInHeader } from "../read/measure";
import {
  fold,
  longHeaders,
  namesUnits,
  sameName,
  unitCodeHeaders,
  unitNameHeaders,
  yearHeaders,
} from "../read/words";
import { yearInHeader } from "../read/year-header";
import type { ColumnRole } from "./classify-column";
import { directionOf } from "./direction-guess";
import { indexNameOf } from "./index-name";
import type { ProposedColumn, SheetProposal } from "./proposal";

const searched = 40;
/** More names than this are no indicators. */
const most = 500;

/**
 * Proposes the indicators of a long list (a value a row: unit, indicator, [year,] value; or a column a year): those that its
 * indicator column names. Null for a sheet that is none.
 */
export function proposeFromList(sheet: SheetContent, locale: Locale): SheetProposal | null {
  for (let header = 0; header < Math.min(searched, sheet.rows.length); header += 1) {
    const row = sheet.rows[header];
    const words = row.map(fold);
    const find = (set: ReadonlySet<string>, not: readonly number[] = []) =>
      words.findIndex((word, c) => !not.includes(c) && set.has(word));
    const series = find(longHeaders.name);
    const seriesCode = find(longHeaders.code, [series]);
    const listed = series >= 0 ? series : seriesCode;
    if (listed < 0) continue;
    const code = find(unitCodeHeaders, [series, seriesCode]);
    let name = unitNameHeaders.map((set) => find(set, [series, seriesCode, code])).find((c) => c >= 0) ?? -1;
    if (name < 0)
      name = row.findIndex((cell, c) => ![series, seriesCode, code].includes(c) && namesUnits(cell));
    const value = find(longHeaders.value, [series, seriesCode, code, name]);
    const years = row.filter((cell) => yearInHeader(readText(cell))?.name === "").length;
    if ((name < 0 && code < 0) || (value < 0 && years === 0)) continue;
    return fromRows(sheet, header, { listed, name, code, year: find(yearHeaders) }, locale);
  }
  return null;
}

function fromRows(
  sheet: SheetContent,
  header: number,
  at: Record<"listed" | "name" | "code" | "year", number>,
  locale: Locale,
): SheetProposal | null {
  const indicators = new Map<string, { name: string; row: number; count: number }>();
  const units = new Set<string>();
  for (let row = header + 1; row < sheet.rows.length; row += 1) {
    const cells = sheet.rows[row];
    const name = readText(cells[at.listed]);
    const unit = readText(cells[at.code >= 0 ? at.code : at.name]);
    if (name === "" || unit === "") continue;
    units.add(sameName(unit));
    const known = indicators.get(sameName(name));
    if (known) known.count += 1;
    else indicators.set(sameName(name), { name, row, count: 1 });
    if (indicators.size > most) return null;
  }
  if (indicators.size === 0 || units.size < 3) return null;
  const place = (row: number, column: number) => cellAt(sheet.sheet, sheet.top + row, sheet.left + column);
  const fixed = (
    role: ColumnRole,
    column: number,
    code: "header-name" | "header-code" | "header-year",
  ): ProposedColumn[] =>
    column < 0
      ? []
      : [
          {
            name: readText(sheet.rows[header][column]),
            at: place(header, column),
            role,
            roles: [role],
            why: { code, params: {} },
            measure: "",
            direction: "positive",
            directionWhy: { code: "no-word", params: {} },
            parent: "",
            over: [],
            parentWhy: null,
          },
        ];
  const columns: ProposedColumn[] = [
    ...fixed("name", at.name, "header-name"),
    ...fixed("code", at.code, "header-code"),
    ...fixed("year", at.year, "header-year"),
    ...[...indicators.values()].map(({ name, row, count }): ProposedColumn => ({
      name,
      at: place(row, at.listed),
      role: "indicator",
      roles: ["indicator", "ignored"],
      why: { code: "list", params: { count } },
      measure: measureInHeader(name),
      ...directionOf(name),
      parent: "",
      over: [],
      parentWhy: null,
    })),
  ];
  return {
    units: [...units],
    proposal: {
      sheet: sheet.sheet,
      sheets: [sheet.sheet],
      units: units.size,
      indexName: indexNameOf(sheet.sheet, columns, locale),
      columns,
      fingerprint: fingerprint([sheet], ""),
    },
  };
}
