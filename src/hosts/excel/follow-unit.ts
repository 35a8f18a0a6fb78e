import { area, parseA1 } from "../../base/address";
import { decodeMark, markName } from "../../workbook/mark";
import { choice, unitColumn } from "../../workbook/write/profile/choice";
import { cellToWrite } from "./cell";
import { rangeOf } from "./ranges";
import { supports } from "./requirement";
import { send } from "./run";

/**
 * Shows on Profile the unit whose name is selected on Scores, where its link leads: a link cannot carry a name, the add-in
 * can. Without it (or before ExcelApi 1.9, which tells of no selection) the unit is chosen from Profile's list.
 */
export async function followUnits(): Promise<void> {
  if (!supports("1.9")) return;
  await send(async (context) => {
    context.workbook.worksheets.onSelectionChanged.add(async ({ worksheetId, address }) => {
      const cell = parseA1(address);
      // Most selections are none of a unit and cost no request.
      if (cell && cell.left === unitColumn && cell.right === cell.left && cell.top === cell.bottom)
        await send((again) => showUnit(again, worksheetId, cell.top));
    });
    await context.sync();
  });
}

async function showUnit(context: Excel.RequestContext, sheetId: string, row: number): Promise<void> {
  const { worksheets } = context.workbook;
  const sheet = worksheets.getItemOrNullObject(sheetId);
  const mark = sheet.names.getItemOrNullObject(markName);
  const name = sheet.getCell(row, unitColumn).untrack();
  sheet.load("name");
  mark.load("formula");
  name.load("values,hyperlink");
  await context.sync();
  if (sheet.isNullObject || mark.isNullObject || decodeMark(mark.formula, sheet.name)?.kind !== "scores")
    return;
  const target = parseA1(name.hyperlink?.documentReference ?? "");
  if (!target?.sheet || target.top !== choice.row || target.left !== choice.column) return;
  const profile = worksheets.getItem(target.sheet);
  rangeOf(profile, area(choice.row, choice.column)).values = [[cellToWrite(name.values[0][0])]];
  await context.sync();
}
