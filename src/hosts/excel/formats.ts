import type { Area } from "../../base/address";
import { areaToA1 } from "../../base/address";
import type { CellStyle, DocumentColumn, SheetDocument, StyledArea } from "../../workbook/document";
import { supports } from "./requirement";
import type { Step } from "./step";

/** Excel takes at most 8192 characters of addresses at once. */
const mostAddresses = 8000;
const bytesPerMember = 240;

/** Office.js counts a column's width in points; a character of the default font is 7 pixels, and 5 are the margin. */
function pointsOf(characters: number): number {
  return (Math.round(characters * 7) + 5) * 0.75;
}

export function rangeOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRangeByIndexes(area.top, area.left, area.bottom - area.top + 1, area.right - area.left + 1);
}

/** The looks of a document: one call for each styled area, one for all areas in a row that look the same. */
export function styleSteps({ styles }: SheetDocument): Step[] {
  const steps: Step[] = [];
  for (let from = 0; from < styles.length;) {
    let to = from + 1;
    if (supports("1.9")) {
      const look = JSON.stringify(styles[from].style);
      while (to < styles.length && JSON.stringify(styles[to].style) === look) to += 1;
    }
    steps.push(...alike(styles.slice(from, to)));
    from = to;
  }
  return steps;
}

function alike(areas: readonly StyledArea[]): Step[] {
  const { numberFormat, ...look } = areas[0].style;
  const bytes = (1 + Object.keys(look).length) * bytesPerMember;
  const steps: Step[] = [];
  if (numberFormat !== undefined) {
    // A number format belongs to a range; many ranges at once have none.
    for (const area of areas) {
      steps.push({
        bytes: 3 * bytesPerMember,
        queue: (sheet) => void (rangeOf(sheet, area).numberFormat = numberFormat as unknown as string[][]),
      });
    }
  }
  if (!Object.keys(look).length) return steps;
  if (areas.length === 1) {
    return [...steps, { bytes, queue: (sheet) => setLook(rangeOf(sheet, areas[0]).format, look, areas[0]) }];
  }
  const tall = look.rule !== undefined && areas.some(({ top, bottom }) => bottom > top);
  if (tall)
    return [
      ...steps,
      ...areas.map((area) => ({
        bytes,
        queue: (sheet: Excel.Worksheet) => setLook(rangeOf(sheet, area).format, look, area),
      })),
    ];
  for (const addresses of addressGroups(areas)) {
    steps.push({
      bytes: bytes + addresses.length,
      queue: (sheet) => setLook(sheet.getRanges(addresses).format, look, areas[0]),
    });
  }
  return steps;
}

function addressGroups(areas: readonly Area[]): string[] {
  const groups: string[] = [];
  for (const area of areas) {
    const address = areaToA1(area);
    const last = groups.at(-1);
    if (last !== undefined && last.length + address.length < mostAddresses)
      groups[groups.length - 1] += `,${address}`;
    else groups.push(address);
  }
  return groups;
}

const horizontal = { left: "Left", center: "Center", right: "Right" } as const;
const vertical = { top: "Top", center: "Center", bottom: "Bottom" } as const;

function setLook(format: Excel.RangeFormat, style: CellStyle, { top, bottom }: Area): void {
  const { fill, colour, bold, italic, size, align, verticalAlign, wrap, indent, rule } = style;
  if (fill !== undefined) format.fill.color = fill;
  if (colour !== undefined) format.font.color = colour;
  if (bold !== undefined) format.font.bold = bold;
  if (italic !== undefined) format.font.italic = italic;
  if (size !== undefined) format.font.size = size;
  if (align !== undefined) format.horizontalAlignment = horizontal[align];
  if (verticalAlign !== undefined) format.verticalAlignment = vertical[verticalAlign];
  if (wrap !== undefined) format.wrapText = wrap;
  if (indent !== undefined && supports("1.9")) format.indentLevel = indent;
  if (rule !== undefined) {
    for (const side of bottom > top
      ? (["InsideHorizontal", "EdgeBottom"] as const)
      : (["EdgeBottom"] as const)) {
      const border = format.borders.getItem(side);
      border.style = "Continuous";
      border.weight = "Hairline";
      border.color = rule;
    }
  }
}

/** Widths, heights and, on a new sheet, the outline of columns. */
export function sizeSteps(
  { columns, rowHeights }: SheetDocument,
  isNew: boolean,
  sameColumns: boolean,
): Step[] {
  // As long as the columns are the same ones, their widths are the user's.
  const widths = sameColumns ? [] : runs(columns, ({ width }) => width);
  const steps: Step[] = widths.map(({ from, to, value }) => ({
    bytes: 3 * bytesPerMember,
    queue: (sheet) => void (columnsOf(sheet, from, to).format.columnWidth = pointsOf(value)),
  }));
  for (const { from, to, value } of runs(columns, ({ hidden = false }) => hidden)) {
    if (!value) continue;
    steps.push({
      bytes: 2 * bytesPerMember,
      queue: (sheet) => void (columnsOf(sheet, from, to).columnHidden = true),
    });
  }
  for (const { row, height } of rowHeights) {
    steps.push({
      bytes: 3 * bytesPerMember,
      queue: (sheet) => void (sheet.getRangeByIndexes(row, 0, 1, 1).format.rowHeight = height),
    });
  }
  // Excel before ExcelApi 1.10 cannot group; and what is grouped already cannot be asked, so a refresh leaves it.
  if (isNew && supports("1.10")) {
    const deepest = columns.reduce((most, { outline = 0 }) => Math.max(most, outline), 0);
    for (let level = 1; level <= deepest; level += 1) {
      for (const { from, to, value } of runs(columns, ({ outline = 0 }) => outline >= level)) {
        if (!value) continue;
        steps.push({
          bytes: 2 * bytesPerMember,
          queue: (sheet) => columnsOf(sheet, from, to).getEntireColumn().group("ByColumns"),
        });
      }
    }
  }
  return steps;
}

const columnsOf = (sheet: Excel.Worksheet, from: number, to: number) =>
  sheet.getRangeByIndexes(0, from, 1, to - from + 1);

function runs<T>(columns: readonly DocumentColumn[], of: (column: DocumentColumn) => T) {
  const found: { from: number; to: number; value: T }[] = [];
  columns.forEach((column, index) => {
    const value = of(column);
    const last = found.at(-1);
    if (last && last.value === value) last.to = index;
    else found.push({ from: index, to: index, value });
  });
  return found;
}
