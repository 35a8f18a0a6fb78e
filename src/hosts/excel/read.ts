import type { Area } from "../../base/address";
import { parseA1 } from "../../base/address";
import type { Issue } from "../../base/issue";
import type { Outcome } from "../../base/outcome";
import type { Cell } from "../../base/table";
import { decodeMark, markName } from "../../workbook/mark";
import type { SheetContent, SheetMark } from "../../workbook/port";
import { packed, readCells } from "./blocks";
import { cellRead } from "./cell";
import { rangeOf } from "./ranges";
import { supports } from "./requirement";
import type { Reply } from "./run";
import { mayBeTooLarge, refusal, send } from "./run";

/** A sheet without its cells. */
interface Outline {
  readonly id: string;
  readonly sheet: string;
  readonly used: Area;
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly number[];
  readonly mark: SheetMark | null;
}
/** Some rows of a sheet's used area. */
interface Block {
  readonly sheet: number;
  readonly id: string;
  readonly area: Area;
}
type Matrix = readonly (readonly unknown[])[];

/**
 * Reads every visible sheet. Two round trips: the sheets' names, then everything on them. Only sheets that are too large
 * for one answer are read again, in blocks.
 */
export async function readSheets(action: string): Promise<Outcome<readonly SheetContent[]>> {
  const whole = await send((context) => readAll(context, true));
  if (whole.ok && whole.value.every(({ values }) => values !== null)) {
    return {
      ok: true,
      value: whole.value.map(({ outline, values }) => content(outline, values!)),
      issues: [],
    };
  }
  if (!whole.ok && !mayBeTooLarge(whole.code)) return failed(refusal(action, whole));
  const outlines = await send((context) => readAll(context, false));
  if (!outlines.ok) return failed(refusal(action, outlines));
  const sheets = outlines.value.map(({ outline }) => outline);
  const blocks = sheets.flatMap((outline, sheet) => blocksOf(outline, sheet, readCells));
  const matrices: unknown[][][] = sheets.map(() => []);
  for (const group of packed(blocks, ({ area }) => cellsIn(area), readCells)) {
    const read = await readBlocks(group);
    if (!read.ok) return failed(refusal(action, read));
    group.forEach((block, index) => {
      for (const row of read.value[index]) matrices[block.sheet].push(row as unknown[]);
    });
  }
  return { ok: true, value: sheets.map((outline, index) => content(outline, matrices[index])), issues: [] };
}

function failed(issue: Issue): Outcome<never> {
  return { ok: false, issues: [issue] };
}

async function readAll(context: Excel.RequestContext, withValues: boolean) {
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name,items/visibility");
  await context.sync();
  const asked = worksheets.items
    .filter((sheet) => sheet.visibility === "Visible")
    .map((sheet) => ask(sheet, withValues));
  await context.sync();
  return asked.map((each) => ({
    outline: outlineOf(each),
    // Excel gives null for a range of more than five million cells.
    values: withValues ? (each.used.values as Matrix | null) : [],
  }));
}

interface Asked {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly mark: Excel.NamedItem;
  /** Null when this Excel is older than ExcelApi 1.13 and cannot tell: there are no merged areas for us then. */
  readonly merged: Excel.RangeAreas | null;
  /** Null before ExcelApi 1.9; then the view of the first column tells which rows are hidden. */
  readonly visible: Excel.RangeAreas | null;
  readonly view: Excel.RangeView | null;
}

function ask(sheet: Excel.Worksheet, withValues: boolean): Asked {
  const used = sheet.getUsedRange(true).untrack();
  used.load(`rowIndex,columnIndex,rowCount,columnCount${withValues ? ",values" : ""}`);
  const mark = sheet.names.getItemOrNullObject(markName);
  mark.load("formula");
  const merged = supports("1.13") ? used.getMergedAreasOrNullObject().untrack() : null;
  merged?.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  const visible = supports("1.9") ? used.getSpecialCellsOrNullObject("Visible").untrack() : null;
  visible?.areas.load("items/rowIndex,items/rowCount");
  const view = visible ? null : used.getColumn(0).untrack().getVisibleView();
  view?.load("cellAddresses");
  return { sheet, used, mark, merged, visible, view };
}

function outlineOf({ sheet, used, mark, merged, visible, view }: Asked): Outline {
  const shown = visible ? visibleRows(visible) : rowsInView(view!);
  const hiddenRows = [];
  for (let row = used.rowIndex; row < used.rowIndex + used.rowCount; row += 1)
    if (!shown.has(row)) hiddenRows.push(row);
  return {
    id: sheet.id,
    sheet: sheet.name,
    used: areaOf(used),
    merges: merged && !merged.isNullObject ? merged.areas.items.map(areaOf) : [],
    hiddenRows,
    mark: mark.isNullObject ? null : decodeMark(mark.formula, sheet.name),
  };
}

function areaOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area {
  return {
    top: rowIndex,
    left: columnIndex,
    bottom: rowIndex + rowCount - 1,
    right: columnIndex + columnCount - 1,
  };
}

function visibleRows(visible: Excel.RangeAreas): Set<number> {
  const rows = new Set<number>();
  for (const { rowIndex, rowCount } of visible.isNullObject ? [] : visible.areas.items) {
    for (let row = rowIndex; row < rowIndex + rowCount; row += 1) rows.add(row);
  }
  return rows;
}

function rowsInView(view: Excel.RangeView): Set<number> {
  return new Set((view.cellAddresses as string[][]).map(([address]) => parseA1(address)?.top ?? -1));
}

function content(outline: Outline, values: Matrix): SheetContent {
  const { sheet, used, merges, hiddenRows, mark } = outline;
  const rows: Cell[][] = values.map((row) => row.map(cellRead));
  const empty = rows.every((row) => row.every((cell) => cell === null));
  return {
    sheet,
    top: used.top,
    left: used.left,
    rows: empty ? [] : rows,
    merges,
    hiddenRows: empty ? [] : hiddenRows,
    mark,
  };
}

const cellsIn = (area: Area) => (area.bottom - area.top + 1) * (area.right - area.left + 1);

/** Cuts a sheet's used area into blocks of whole rows. */
function blocksOf({ id, used }: Outline, sheet: number, most: number): Block[] {
  const rows = Math.max(1, Math.floor(most / (used.right - used.left + 1)));
  const blocks = [];
  for (let top = used.top; top <= used.bottom; top += rows) {
    blocks.push({ sheet, id, area: { ...used, top, bottom: Math.min(used.bottom, top + rows - 1) } });
  }
  return blocks;
}

/** Reads blocks in one request; when that is refused, in two, down to a single row. */
async function readBlocks(blocks: readonly Block[]): Promise<Reply<Matrix[]>> {
  const reply = await send(async (context) => {
    const ranges = blocks.map(({ id, area }) => {
      const sheet = context.workbook.worksheets.getItem(id);
      const range = rangeOf(sheet, area);
      range.load("values");
      return range;
    });
    await context.sync();
    return ranges.map((range) => range.values as Matrix);
  });
  if (reply.ok || !mayBeTooLarge(reply.code)) return reply;
  const halves = halved(blocks);
  if (!halves) return reply;
  const first = await readBlocks(halves[0]);
  if (!first.ok) return first;
  const second = await readBlocks(halves[1]);
  if (!second.ok) return second;
  if (blocks.length > 1) return { ok: true, value: [...first.value, ...second.value] };
  return { ok: true, value: [[...first.value[0], ...second.value[0]]] };
}

function halved(blocks: readonly Block[]): [Block[], Block[]] | null {
  if (blocks.length > 1) {
    const middle = blocks.length >> 1;
    return [blocks.slice(0, middle), blocks.slice(middle)];
  }
  const [{ area, ...block }] = blocks;
  if (area.bottom === area.top) return null;
  const middle = (area.top + area.bottom) >> 1;
  return [
    [{ ...block, area: { ...area, bottom: middle } }],
    [{ ...block, area: { ...area, top: middle + 1 } }],
  ];
}
