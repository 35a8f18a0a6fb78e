import { area, type Area } from "../../base/address";
import type { CellStyle, DocumentColumn, SheetDocument } from "../../workbook/document";
import { addressesOf, rangeOf, rangesOf } from "./ranges";
import { supports } from "./requirement";
import type { Step } from "./step";

const bytesPerMember = 240;

/** Office.js counts a column's width in points; a character of the default font is 7 pixels, and 5 are the margin. */
function pointsOf(characters: number): number {
  return (Math.round(characters * 7) + 5) * 0.75;
}

/** Areas that are given the same thing. */
interface Alike<T> {
  readonly key: string;
  readonly value: T;
  readonly areas: Area[];
}

/** Puts areas together that are given the same, as far as none that is given something else in between lies over them. */
function alike<T>(given: readonly (readonly [value: T, where: Area])[]): Alike<T>[] {
  const groups: Alike<T>[] = [];
  for (const [value, where] of given) {
    const key = JSON.stringify(value);
    let at = groups.length - 1;
    while (at >= 0 && groups[at].key !== key && !groups[at].areas.some((each) => overlap(each, where)))
      at -= 1;
    if (at >= 0 && groups[at].key === key) groups[at].areas.push(where);
    else groups.push({ key, value, areas: [where] });
  }
  return groups;
}

const overlap = (a: Area, b: Area) =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

/** One step for all the areas, as far as Excel can be told of several at once. */
function formatSteps(
  areas: readonly Area[],
  bytes: number,
  set: (format: Excel.RangeFormat, areas: readonly Area[]) => void,
): Step[] {
  if (areas.length === 1 || !supports("1.9"))
    return areas.map((where) => ({ bytes, queue: (sheet) => set(rangeOf(sheet, where).format, [where]) }));
  return addressesOf(areas).map((addresses) => ({
    bytes: bytes + addresses.length,
    queue: (sheet) => set(rangesOf(sheet, addresses).format, areas),
  }));
}

/** The looks of a document: number formats area by area, for many ranges at once have none; then one call for each look. */
export function styleSteps({ styles }: SheetDocument): Step[] {
  const looks = styles.map(({ style: { numberFormat: _, ...look }, top, left, bottom, right }) => [look, area(top, left, bottom, right)] as const); // prettier-ignore
  return [
    ...styles.flatMap(({ style: { numberFormat }, ...where }) =>
      numberFormat === undefined
        ? []
        : {
            bytes: 3 * bytesPerMember,
            queue: (sheet: Excel.Worksheet) =>
              void (rangeOf(sheet, where).numberFormat = numberFormat as unknown as string[][]),
          },
    ),
    ...alike(looks.filter(([look]) => Object.keys(look).length > 0)).flatMap(({ value, areas }) =>
      formatSteps(areas, (1 + Object.keys(value).length) * bytesPerMember, (format, these) =>
        setLook(
          format,
          value,
          these.some(({ top, bottom }) => bottom > top),
        ),
      ),
    ),
  ];
}

const horizontal = { left: "Left", center: "Center", right: "Right" } as const;
const vertical = { top: "Top", center: "Center", bottom: "Bottom" } as const;

function setLook(format: Excel.RangeFormat, style: CellStyle, isTall: boolean): void {
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
    for (const side of isTall ? (["InsideHorizontal", "EdgeBottom"] as const) : (["EdgeBottom"] as const)) {
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
  const steps = [
    ...alike(widths.map(({ from, to, value }) => [value, area(0, from, 0, to)])).flatMap(({ value, areas }) =>
      formatSteps(areas, 3 * bytesPerMember, (format) => void (format.columnWidth = pointsOf(value))),
    ),
    ...alike(rowHeights.map(({ row, height }) => [height, area(row, 0)])).flatMap(({ value, areas }) =>
      formatSteps(areas, 3 * bytesPerMember, (format) => void (format.rowHeight = value)),
    ),
  ];
  for (const { from, to, value } of runs(columns, ({ hidden = false }) => hidden)) {
    if (!value) continue;
    steps.push({
      bytes: 2 * bytesPerMember,
      queue: (sheet) => void (columnsOf(sheet, from, to).columnHidden = true),
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
          queue: (sheet) => columnsOf(sheet, from, to).getEntireColumn().untrack().group("ByColumns"),
        });
      }
    }
  }
  return steps;
}

const columnsOf = (sheet: Excel.Worksheet, from: number, to: number) => rangeOf(sheet, area(0, from, 0, to));

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
