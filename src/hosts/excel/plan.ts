import { area, parseA1, type Area } from "../../base/address";
import type { Issue } from "../../base/issue";
import { issue } from "../../base/issue";
import type { SheetDocument, SheetKind } from "../../workbook/document";
import { decodeMark, markName } from "../../workbook/mark";
import type { SheetMark } from "../../workbook/port";
import { nothingMade, type Made } from "./made";
import { rangeOf } from "./ranges";

/** A sheet as the plan needs to know it. */
interface Known {
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  readonly mark: SheetMark | null;
  /** Last row and column that hold something. */
  readonly bottom: number;
  readonly right: number;
}
/** A column's filter: its header, and what it lets through as Excel tells it. */
export interface KnownFilter {
  readonly header: string;
  readonly criteria: Excel.FilterCriteria;
}
interface KnownTable {
  readonly name: string;
  readonly sheet: string;
  readonly area: Area;
}
interface KnownTable {
  readonly name: string;
  readonly sheet: string;
  readonly area: Area;
}
/** A chart that stands on a sheet. */
export interface KnownChart {
  readonly name: string;
  readonly type: string;
  readonly series: number;
}
interface Survey {
  readonly sheets: readonly Known[];
  readonly tables: readonly KnownTable[];
  /** Names that a table cannot have, lower case. */
  readonly names: ReadonlySet<string>;
}

/** Where one document goes. */
export interface Place {
  readonly document: SheetDocument;
  readonly sheet: string;
  /** Where a new sheet goes among the tabs, when its time comes; null at the end. */
  readonly position: number | null;
  /** What stands there from an earlier run; null for a new sheet. */
  readonly before: {
    readonly mark: SheetMark;
    readonly tables: readonly string[];
    /** Columns and rows to put in, so that cells of the user's own make room. */
    readonly insertColumns: number;
    readonly insertRows: number;
    /** Columns by which a table of ours has grown: Excel takes a column that is typed beside a table into it. */
    readonly beside: number;
  } | null;
  /** What a user may have made of it; nothing is known of a new sheet. */
  readonly made: Made;
  /** The names of the document's tables in this workbook. */
  readonly tableNames: readonly string[];
}
export interface Plan {
  readonly places: readonly Place[];
  /** The sheet of every kind, for links. */
  readonly sheetOf: ReadonlyMap<SheetKind, string>;
  /** The real name of a sheet that documents call by another. */
  readonly realName: ReadonlyMap<string, string>;
  readonly issues: readonly Issue[];
}

/** Looks at the workbook and decides where each document goes. Two round trips, a third when an earlier result grows. */
export async function planWrite(
  context: Excel.RequestContext,
  documents: readonly SheetDocument[],
): Promise<Plan> {
  const survey = await surveyWorkbook(context);
  const taken = new Set(survey.sheets.map(({ name }) => name.toLowerCase()));
  const tableNames = new Set(survey.names);
  const issues: Issue[] = [];
  const places: Place[] = [];
  const standing = ({ kind }: SheetDocument) => survey.sheets.find(({ mark }) => mark?.kind === kind);
  const tabs = survey.sheets.map(({ name }) => name);
  for (const [i, document] of documents.entries()) {
    const ours = standing(document);
    const sheet = ours?.name ?? freeSheetName(document.name, taken);
    const [next] = documents.slice(i + 1).flatMap((later) => standing(later) ?? []);
    const position = ours || !next ? null : tabs.indexOf(next.name);
    if (!ours) tabs.splice(position ?? tabs.length, 0, sheet);
    taken.add(sheet.toLowerCase());
    if (!ours && sheet !== document.name) {
      issues.push(issue("warning", "write.name-taken", { wanted: document.name, given: sheet }));
    }
    const tables = ours ? survey.tables.filter((table) => isOurs(table, ours)) : [];
    for (const { name } of tables) tableNames.delete(name.toLowerCase());
    const beside = Math.max(0, ...tables.map(({ area }) => area.right + 1 - ours!.mark!.columns));
    places.push({
      document,
      sheet,
      position,
      before: ours
        ? {
            mark: ours.mark!,
            tables: tables.map(({ name }) => name),
            insertColumns: 0,
            insertRows: 0,
            beside,
          }
        : null,
      made: nothingMade,
      tableNames: document.tables.map(({ name }) => freeTableName(name, tableNames)),
    });
  }
  const sheetOf = new Map<SheetKind, string>();
  for (const { mark, name } of survey.sheets) if (mark) sheetOf.set(mark.kind, name);
  for (const { document, sheet } of places) sheetOf.set(document.kind, sheet);
  const realName = new Map(places.map(({ document, sheet }) => [document.name, sheet]));
  return { places: await withRoom(context, places, survey), sheetOf, realName, issues };
}

/** The sheets that are ours, for removing them, and how many others there are to look at. */
export async function ourSheets(
  context: Excel.RequestContext,
): Promise<{ ours: { name: string; kind: SheetKind }[]; others: number }> {
  const { sheets } = await surveyWorkbook(context);
  return {
    ours: sheets.flatMap(({ name, mark }) => (mark ? [{ name, kind: mark.kind }] : [])),
    others: sheets.filter(({ mark, visible }) => !mark && visible).length,
  };
}

async function surveyWorkbook(context: Excel.RequestContext): Promise<Survey> {
  const { worksheets, tables, names } = context.workbook;
  worksheets.load("items/id,items/name,items/visibility");
  tables.load("items/name");
  names.load("items/name");
  await context.sync();
  const sheets = worksheets.items.map((sheet) => {
    const mark = sheet.names.getItemOrNullObject(markName);
    mark.load("formula");
    const used = sheet.getUsedRange(true).untrack();
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    return { sheet, mark, used };
  });
  const areas = tables.items.map((table) => {
    const range = table.getRange().untrack();
    range.load("address");
    return { name: table.name, range };
  });
  await context.sync();
  return {
    sheets: sheets.map(({ sheet, mark, used }) => ({
      id: sheet.id,
      name: sheet.name,
      visible: sheet.visibility === "Visible",
      mark: mark.isNullObject ? null : decodeMark(mark.formula, sheet.name),
      bottom: used.rowIndex + used.rowCount - 1,
      right: used.columnIndex + used.columnCount - 1,
    })),
    tables: areas.flatMap(({ name, range }) => {
      const area = parseA1(range.address);
      return area?.sheet ? [{ name, sheet: area.sheet, area }] : [];
    }),
    names: new Set([...names.items, ...tables.items].map(({ name }) => name.toLowerCase())),
  };
}

function isOurs({ sheet, area }: KnownTable, { name, mark }: Known): boolean {
  return sheet === name && area.top < mark!.rows && area.left < mark!.columns;
}

/** Finds out whether cells of the user's own stand where an earlier result grows to. */
async function withRoom(
  context: Excel.RequestContext,
  places: readonly Place[],
  survey: Survey,
): Promise<Place[]> {
  const asked = places.map((place) => {
    const { sheet, before, document } = place;
    const known = survey.sheets.find(({ name }) => name === sheet);
    if (!before || !known) return { place, right: null, below: null };
    const { rows, columns } = before.mark;
    const height = document.rows.length;
    const width = document.rows[0]?.length ?? 0;
    const worksheet = context.workbook.worksheets.getItem(sheet);
    const filled = (top: number, left: number, bottom: number, right: number) => {
      if (bottom < top || right < left || known.bottom < top || known.right < left) return null;
      const used = rangeOf(worksheet, area(top, left, bottom, right))
        .getUsedRangeOrNullObject(true)
        .untrack();
      used.load("address");
      return used;
    };
    return {
      place,
      right: filled(0, columns, Math.max(height, rows) - 1, width - 1),
      below: filled(rows, 0, height - 1, Math.min(width, columns) - 1),
    };
  });
  if (asked.every(({ right, below }) => !right && !below)) return [...places];
  await context.sync();
  return asked.map(({ place, right, below }) => {
    if (!place.before) return place;
    const { mark } = place.before;
    const insertColumns =
      right && !right.isNullObject ? (place.document.rows[0]?.length ?? 0) - mark.columns : 0;
    const insertRows = below && !below.isNullObject ? place.document.rows.length - mark.rows : 0;
    return { ...place, before: { ...place.before, insertColumns, insertRows } };
  });
}

function freeSheetName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
    const number = ` (${count})`;
    name = wanted.slice(0, 31 - number.length) + number;
  }
  return name;
}

function freeTableName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${wanted}_${count}`;
  taken.add(name.toLowerCase());
  return name;
}
