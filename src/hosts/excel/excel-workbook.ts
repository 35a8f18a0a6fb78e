import type { CellRange } from "../../base/address";
import { issue } from "../../base/issue";
import { nearestLocale } from "../../base/label";
import type { Outcome } from "../../base/outcome";
import { texts } from "../../messages/say";
import type { CellEdit, Workbook } from "../../workbook/port";
import { cellToWrite } from "./cell";
import { rangeOf } from "./ranges";
import { ourSheets } from "./plan";
import { readSheets } from "./read";
import type { Reply } from "./run";
import { refusal, send } from "./run";
import { writeSheets } from "./write";

/** The workbook that is open in Excel, through Office.js. */
export function excelWorkbook(): Workbook {
  const actions = () => texts(nearestLocale(Office.context.displayLanguage)).workbench.refusedActions;
  return {
    read: () => readSheets(actions().read),
    write: (documents, options) => writeSheets(actions().write, documents, options),
    edit: async (edits) => settled(actions().edit, await send((context) => editCells(context, edits))),
    removeResults: async () => settled(actions().remove, await send(removeOurs)),
    inView: async () => settled(actions().read, await send(activeSheet)),
    show: async (range) => settled(actions().show, await send((context) => showRange(context, range))),
  };
}

function settled<T>(action: string, reply: Reply<Outcome<T>>): Outcome<T> {
  return reply.ok ? reply.value : { ok: false, issues: [refusal(action, reply)] };
}

const done = <T>(value: T): Outcome<T> => ({ ok: true, value, issues: [] });
const gone = (sheet: string): Outcome<never> => ({
  ok: false,
  issues: [issue("error", "sheet.gone", { sheet })],
});

async function editCells(context: Excel.RequestContext, edits: readonly CellEdit[]): Promise<Outcome<null>> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const names = new Set(worksheets.items.map(({ name }) => name));
  const missing = edits.find(({ sheet }) => !names.has(sheet));
  if (missing) return gone(missing.sheet);
  for (const { sheet, row, column, value } of edits) {
    worksheets.getItem(sheet).getCell(row, column).values = [[cellToWrite(value)]];
  }
  await context.sync();
  return done(null);
}

async function removeOurs(context: Excel.RequestContext): Promise<Outcome<readonly string[]>> {
  const { ours, others } = await ourSheets(context);
  const results = ours.filter(({ kind }) => kind !== "settings");
  // A workbook has at least one sheet to look at.
  if (results.length && others === 0 && results.length === ours.length) context.workbook.worksheets.add();
  for (const { name } of results) context.workbook.worksheets.getItem(name).delete();
  await context.sync();
  return done(results.map(({ name }) => name));
}

async function activeSheet(context: Excel.RequestContext): Promise<Outcome<string>> {
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  sheet.load("name");
  await context.sync();
  return done(sheet.name);
}

async function showRange(context: Excel.RequestContext, range: CellRange): Promise<Outcome<null>> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(range.sheet);
  sheet.load("visibility");
  await context.sync();
  if (sheet.isNullObject) return gone(range.sheet);
  // A sheet that the user has hidden stays hidden.
  if (sheet.visibility === "Visible") {
    sheet.activate();
    rangeOf(sheet, range).select();
    await context.sync();
  }
  return done(null);
}
