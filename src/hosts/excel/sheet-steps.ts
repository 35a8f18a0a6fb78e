import { area, quoteSheet } from "../../base/address";
import { isFormula, usersKinds } from "../../workbook/document";
import { encodeMark, markName } from "../../workbook/mark";
import { rowBlocks } from "./blocks";
import { cellToWrite } from "./cell";
import { sizeSteps, styleSteps } from "./formats";
import { conditionalSteps, linkSteps, pageSteps, tableSteps, validationSteps } from "./objects";
import type { Place, Plan } from "./plan";
import { rangeOf } from "./ranges";
import { supports } from "./requirement";
import type { Step } from "./step";

/** Everything that makes a document a sheet, in the order in which Excel is to do it. */
export function sheetSteps(place: Place, plan: Plan, fingerprint: string, blockBytes: number): Step[] {
  const { document, before } = place;
  return [
    before ? reopenStep(place, fingerprint) : openStep(place, fingerprint),
    ...valueSteps(place, plan, blockBytes),
    ...linkSteps(place, plan),
    ...styleSteps(document),
    ...sizeSteps(document, before === null, before?.mark.columns === document.rows[0]?.length),
    ...tableSteps(place),
    ...conditionalSteps(document),
    ...validationSteps(place, plan),
    ...pageSteps(document),
    ...(usersKinds.includes(document.kind) ? [handOverStep] : []),
  ];
}

function markOf({ document, sheet }: Place, fingerprint: string): string {
  const { kind, rows } = document;
  return encodeMark({ kind, rows: rows.length, columns: rows[0]?.length ?? 0, fingerprint }, sheet);
}

/** A new sheet has its mark before anything else, so that it is known as ours whatever comes between. */
function openStep(place: Place, fingerprint: string): Step {
  return {
    bytes: 2000,
    adds: true,
    queue: (sheet) => {
      sheet.names.add(markName, markOf(place, fingerprint)).visible = false;
      if (place.position !== null) sheet.position = place.position;
      if (supports("1.7")) sheet.tabColor = place.document.tabColour;
    },
  };
}

/** A sheet that is to be the user's carries our mark only until it is whole: begun and broken off, it is known as ours. */
const handOverStep: Step = {
  bytes: 500,
  queue: (sheet) => sheet.names.getItem(markName).delete(),
};

/** An earlier result is cleared where we wrote it and nowhere else; deleting the sheet would lose the user's undo. */
function reopenStep(place: Place, fingerprint: string): Step {
  const { mark, tables, insertColumns, insertRows } = place.before!;
  return {
    bytes: 4000,
    queue: (sheet) => {
      for (const name of tables) {
        const table = sheet.tables.getItem(name);
        table.clearFilters();
        table.convertToRange();
      }
      if (insertColumns) {
        sheet.getRangeByIndexes(0, mark.columns, 1, insertColumns).getEntireColumn().insert("Right");
      }
      if (insertRows) sheet.getRangeByIndexes(mark.rows, 0, insertRows, 1).getEntireRow().insert("Down");
      const old = rangeOf(sheet, area(0, 0, Math.max(1, mark.rows) - 1, Math.max(1, mark.columns) - 1));
      if (supports("1.6")) old.conditionalFormats.clearAll();
      if (supports("1.8")) old.dataValidation.clear();
      old.clear("All");
      sheet.names.getItem(markName).formula = markOf(place, fingerprint);
      if (supports("1.7")) sheet.freezePanes.unfreeze();
    },
  };
}

function valueSteps({ document }: Place, plan: Plan, blockBytes: number): Step[] {
  const real = renaming(plan);
  const rows = document.rows.map((row) =>
    row.map((cell) => (isFormula(cell) ? real(cell.formula) : cellToWrite(cell))),
  );
  const starts = document.tables.map((table) => table.top);
  return rowBlocks(rows, blockBytes, starts).map(({ top, rows: block, bytes }) => ({
    bytes: bytes + 500,
    queue: (sheet) => {
      const range = rangeOf(sheet, area(top, 0, top + block.length - 1, block[0].length - 1));
      range.values = block as (string | number | boolean)[][];
    },
  }));
}

/** A result sheet that had to take another name is meant all the same in the formulas of the others. */
function renaming({ realName }: Plan): (formula: string) => string {
  const renamed = [...realName].filter(([wanted, given]) => wanted !== given);
  return (formula) =>
    renamed.reduce((text, [wanted, given]) => {
      const name = quoteSheet(wanted).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      return text.replace(new RegExp(`(?<![\\p{L}\\p{N}_'.])${name}!`, "gu"), () => `${quoteSheet(given)}!`);
    }, formula);
}
