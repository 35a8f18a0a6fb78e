import { area, quoteSheet } from "../../base/address";
import { withBreaths, type Breathe } from "../../base/gradual";
import { isFormula, usersKinds, type SheetDocument } from "../../workbook/document";
import { encodeMark, markName } from "../../workbook/mark";
import { rowBlocks } from "./blocks";
import { cellToWrite } from "./cell";
import { divide, type Sent, type Standing } from "./copies";
import { sizeSteps, styleSteps } from "./formats";
import { conditionalSteps, linkSteps, pageSteps, tableSteps, validationSteps } from "./objects";
import type { Place, Plan } from "./plan";
import { rangeOf } from "./ranges";
import { supports } from "./requirement";
import type { Step } from "./step";

/** What the sheets of one writing have in common. */
export interface Writing {
  readonly fingerprint: string;
  /** How many bytes of cells are sent at once. */
  readonly blockBytes: number;
  /** Whether Excel is to copy what stands already. */
  readonly copying: boolean;
  /** Columns that earlier sheets have. */
  readonly standing: Standing;
  /** A sheet of millions of cells is made ready in several pieces. */
  readonly breathe?: Breathe;
}

/** Everything that makes a document a sheet, in the order in which Excel is to do it. */
export async function sheetSteps(place: Place, plan: Plan, writing: Writing): Promise<Step[]> {
  const { document, before } = place;
  const { fingerprint } = writing;
  return [
    before ? reopenStep(place, fingerprint) : openStep(place, fingerprint),
    ...(await valueSteps(place, plan, writing)),
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

/** The cells: those that Excel cannot copy from others are sent. */
async function valueSteps(
  { document, sheet: own }: Place,
  plan: Plan,
  { blockBytes, copying, standing, breathe }: Writing,
): Promise<Step[]> {
  const real = renaming(plan);
  const rows = document.rows.map((row) =>
    row.map((cell) => (isFormula(cell) ? real(cell.formula) : cellToWrite(cell))),
  );
  await breathe?.();
  const bands = bandsOf(document);
  const { sent, copies } = copying
    ? await withBreaths(divide(own, rows, bands, standing), breathe)
    : { sent: bands.map(({ top, bottom }) => area(top, 0, bottom, rows[0].length - 1)), copies: [] };
  await breathe?.();
  return [
    ...sent.flatMap(({ top, left, bottom, right }) =>
      rowBlocks(
        rows.slice(top, bottom + 1).map((row) => row.slice(left, right + 1)),
        blockBytes,
      ).map(({ top: down, rows: block, bytes }): Step => ({
        bytes: bytes + 500,
        queue: (sheet) => {
          const first = top + down;
          const where = area(first, left, first + block.length - 1, left + block[0].length - 1);
          rangeOf(sheet, where).values = block as Sent[][];
        },
      })),
    ),
    ...copies.map(({ to, from, sheet: name, what }): Step => ({
      bytes: 900,
      copies: true,
      queue: (sheet, other) => {
        rangeOf(sheet, to).copyFrom(rangeOf(other(name), from), what);
        // The last cell tells whether everything was copied: of filtered rows, say, Excel copies those that are seen.
        const last = rangeOf(sheet, area(to.bottom, to.right));
        // A cell without a formula gives its value here; asking for values would have Excel calculate first.
        last.load("formulas");
        const wanted = document.rows[to.bottom][to.right] ?? "";
        return () => {
          const found: unknown = last.formulas[0][0];
          return isFormula(wanted) ? String(found).startsWith("=") : found === wanted;
        };
      },
    })),
  ];
}

/** A document's tables, and what stands above, between and below them. */
function bandsOf({ rows, tables }: SheetDocument): { top: number; bottom: number }[] {
  const cuts = new Set([0, rows.length, ...tables.flatMap(({ top, bottom }) => [top, bottom + 1])]);
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(1).map((end, i) => ({ top: ordered[i], bottom: end - 1 }));
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
