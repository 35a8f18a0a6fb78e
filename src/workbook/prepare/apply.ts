import type { Locale } from "../../base/label";
import type { Cell } from "../../base/table";
import type { SheetDocument } from "../document";
import type { CellEdit, SheetContent } from "../port";
import { readWorkbook, type Reading } from "../read/read-workbook";
import { settingRows } from "../read/setting-row";
import { writeList } from "../read/setting-list";
import { fold, sameName, yearHeaders } from "../read/words";
import type { SettingKey } from "../settings";
import { indicatorsSheet } from "../write/indicators-sheet";
import { settingsSheet } from "../write/settings-sheet";
import type { ColumnRole } from "./classify-column";
import { columnLabel, type Proposal } from "./proposal";

/** What a proposal comes to: new sheets, changes to a Settings sheet that is there, and how the workbook reads with them. */
export interface Prepared {
  readonly documents: readonly SheetDocument[];
  readonly edits: readonly CellEdit[];
  readonly reading: Reading;
}

/**
 * Makes the sheets of a proposal and reads the workbook with them, so that what is written is what reading finds: columns of
 * units, codes and years are named in the settings, groups and covariates only where reading by itself would take others.
 */
export function prepared(contents: readonly SheetContent[], proposal: Proposal, locale: Locale): Prepared {
  const before = readWorkbook(contents, locale);
  const framework = indicatorsSheet(proposal, locale);
  const others = contents.filter((sheet) => sheet !== before.settingsView?.table);
  const label = (role: ColumnRole, without: string) => {
    const column = proposal.columns.find((each) => each.role === role);
    return column ? columnLabel(column) : without;
  };
  // Other sheets may have columns of the same names.
  const hasRivals = others.some(({ sheet, mark, rows }) => mark === null && rows.length > 0 && !proposal.sheets.includes(sheet)); // prettier-ignore
  const columns: Partial<Record<SettingKey, string>> = {
    ...(hasRivals ? { "data sheets": writeList(proposal.sheets) } : {}),
    "unit column": label("name", ""),
    "code column": label("code", "none"),
    "year column": label(
      "year",
      proposal.columns.some(({ name }) => yearHeaders.has(fold(name))) ? "none" : "",
    ),
  };
  const settled = (values: Partial<Record<SettingKey, string>>): Prepared => {
    const { settingsView } = before;
    const settings = settingsView ? null : settingsSheet(before.recipe, locale, values);
    const edits = settingsView ? settingRows(settingsView, values, locale) : [];
    const written = settings ? asContent(settings) : edited(settingsView!.table as SheetContent, edits);
    const reading = readWorkbook([...others, asContent(framework), written], locale);
    return { documents: settings ? [framework, settings] : [framework], edits, reading };
  };
  const { study, places, panel } = settled(columns).reading;
  /** The columns of a role by the names under which reading has them: those of the same place on the sheet. */
  const chosen = (role: ColumnRole) =>
    proposal.columns
      .filter((each) => each.role === role)
      .map(({ name, at }) => {
        const known = [...(study?.groups ?? []), ...(study?.columns ?? [])];
        const place = (column: string) => places?.data.column(column);
        return known.find((each) => place(each.name)?.left === at.left && place(each.name)?.sheet === at.sheet)?.name ?? name; // prettier-ignore
      });
  const year = fullYear(panel);
  return settled({
    ...columns,
    ...(year === null ? {} : { year }),
    ...(study && unlike(chosen("group"), study.groups) ? { groups: writeList(chosen("group")) } : {}),
    ...(study && unlike(chosen("covariate"), study.columns) ? { covariates: writeList(chosen("covariate")) } : {}), // prettier-ignore
  });
}

/** The latest year with nearly as many values as any, where the very latest is a year that has only begun; else null. */
function fullYear(panel: Reading["panel"]): string | null {
  const counts = panel.map(({ study }) =>
    study.values.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + 1), 0),
  );
  const most = Math.max(...counts);
  let last = panel.length - 1;
  while (last > 0 && counts[last] < 0.8 * most) last -= 1;
  return last === panel.length - 1 || panel.length === 0 ? null : panel[last].year;
}

function unlike(chosen: readonly string[], found: readonly { readonly name: string }[]): boolean {
  const names = new Set(found.map(({ name }) => sameName(name)));
  return chosen.length !== names.size || chosen.some((name) => !names.has(sameName(name)));
}

/** A document as it will be read. */
function asContent({ kind, name, rows }: SheetDocument): SheetContent {
  const mark = kind === "settings" ? { kind, rows: rows.length, columns: rows[0].length, fingerprint: "" } : null; // prettier-ignore
  return { sheet: name, top: 0, left: 0, rows: rows as Cell[][], merges: [], hiddenRows: [], mark };
}

function edited(sheet: SheetContent, edits: readonly CellEdit[]): SheetContent {
  const rows = sheet.rows.map((row) => [...row]);
  for (const { row, column, value } of edits) {
    const own = (rows[row - sheet.top] ??= Array<Cell>(rows[0].length).fill(null));
    own[column - sheet.left] = value;
  }
  return { ...sheet, rows };
}
