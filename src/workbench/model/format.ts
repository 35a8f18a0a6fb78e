import type { BookStyle } from "../../hosts/xlsx/book";
import { addStyle, styleAt } from "../../hosts/xlsx/book";
import { textAt } from "./cells";
import type { Excel } from "./excel";
import type { AreasTarget, BorderTarget, OfficeClass } from "./office-class";
import { badArgument, colour, flag, notImplemented, number, text, thing, whole } from "./office-class";
import { clipped } from "./place";

/** Columns are as wide as this many points, as Excel gives and takes them, for a width in characters. */
export const pointsOf = (characters: number) => (characters * 7 + 5) * 0.75;
export const charactersOf = (points: number) => Math.max(0, (points / 0.75 - 5) / 7);
export const standardWidth = 8.43;
export const standardHeight = 15;

const lay = (style: (value: unknown) => BookStyle) => (of: AreasTarget, value: unknown, excel: Excel) => {
  const change = style(value);
  for (const area of of.areas) {
    const where = clipped(of.sheet, area);
    if (where) addStyle(excel.book, of.sheet, where, change);
  }
};
/** A style of the first cell. Excel says null when cells differ, which nothing here asks for. */
const look = ({ sheet, areas: [first] }: AreasTarget, excel: Excel) =>
  styleAt(excel.book, sheet, first.top, first.left);

const horizontal: Readonly<Record<string, BookStyle["align"]>> = {
  Left: "left",
  Center: "center",
  Right: "right",
  General: undefined,
};
const vertical: Readonly<Record<string, BookStyle["verticalAlign"]>> = {
  Top: "top",
  Center: "center",
  Bottom: "bottom",
};

function known<T>(map: Readonly<Record<string, T>>, value: unknown): T {
  const key = text(value);
  if (!(key in map)) throw badArgument();
  return map[key];
}

function setWidths({ sheet, areas }: AreasTarget, value: unknown): void {
  const width = charactersOf(number(value));
  for (const { left, right } of areas) {
    for (let column = left; column <= right; column += 1) {
      sheet.columns.set(column, { ...sheet.columns.get(column), width });
    }
  }
}

function setHeights({ sheet, areas }: AreasTarget, value: unknown): void {
  const height = number(value);
  for (const { top, bottom } of areas) {
    for (let row = top; row <= bottom; row += 1) sheet.rows.set(row, { ...sheet.rows.get(row), height });
  }
}

export const rangeFormat: OfficeClass<AreasTarget> = {
  get: {
    ColumnWidth: ({ sheet, areas: [a] }) => pointsOf(sheet.columns.get(a.left)?.width ?? standardWidth),
    RowHeight: ({ sheet, areas: [a] }) => sheet.rows.get(a.top)?.height ?? standardHeight,
    HorizontalAlignment: (of, excel) => {
      const { align } = look(of, excel);
      return align ? align[0].toUpperCase() + align.slice(1) : "General";
    },
    WrapText: (of, excel) => look(of, excel).wrap ?? false,
    IndentLevel: (of, excel) => look(of, excel).indent ?? 0,
  },
  set: {
    ColumnWidth: setWidths,
    RowHeight: setHeights,
    HorizontalAlignment: lay((value) => ({ align: known(horizontal, value) })),
    VerticalAlignment: lay((value) => ({ verticalAlign: known(vertical, value) })),
    WrapText: lay((value) => ({ wrap: flag(value) })),
    IndentLevel: lay((value) => ({ indent: whole(value) })),
  },
  nav: {
    Fill: (of) => thing("RangeFill", of),
    Font: (of) => thing("RangeFont", of),
    Borders: (of) => thing("RangeBorderCollection", of),
  },
  call: {
    AutofitColumns: ({ sheet, areas: [where] }, _, excel) => {
      const a = clipped(sheet, where);
      for (let column = a?.left ?? 0; a && column <= a.right; column += 1) {
        let width = 0;
        for (let row = a.top; row <= Math.min(a.bottom, sheet.values.length - 1); row += 1) {
          const shown = textAt(excel.book, sheet, row, column);
          // Chinese characters are about two digits wide.
          const wide = [...shown].reduce((sum, each) => sum + (each > "\u2e7f" ? 2 : 1), 0);
          if (wide > width) width = wide;
        }
        if (width)
          sheet.columns.set(column, { ...sheet.columns.get(column), width: Math.min(255, width + 1) });
      }
    },
    AutofitRows: ({ sheet, areas: [a] }) => {
      for (const [row, each] of sheet.rows) {
        if (row >= a.top && row <= a.bottom) sheet.rows.set(row, { ...each, height: undefined });
      }
    },
  },
};

export const rangeFill: OfficeClass<AreasTarget> = {
  get: { Color: (of, excel) => (look(of, excel).fill ?? "#ffffff").toUpperCase() },
  set: { Color: lay((value) => ({ fill: colour(value) })) },
  call: { Clear: (of, _, excel) => lay(() => ({ fill: undefined }))(of, null, excel) },
};

export const rangeFont: OfficeClass<AreasTarget> = {
  get: {
    Bold: (of, excel) => look(of, excel).bold ?? false,
    Italic: (of, excel) => look(of, excel).italic ?? false,
    Color: (of, excel) => (look(of, excel).colour ?? "#000000").toUpperCase(),
    Size: (of, excel) => look(of, excel).size ?? 11,
    Name: (of, excel) => look(of, excel).font ?? "Calibri",
    Underline: (of, excel) => (look(of, excel).underline ? "Single" : "None"),
  },
  set: {
    Bold: lay((value) => ({ bold: flag(value) })),
    Italic: lay((value) => ({ italic: flag(value) })),
    Color: lay((value) => ({ colour: colour(value) })),
    Size: lay((value) => ({ size: number(value) })),
    Name: lay((value) => ({ font: text(value) })),
    Underline: lay((value) => ({ underline: text(value) !== "None" })),
  },
};

const sides = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideHorizontal",
  "InsideVertical",
  "DiagonalDown",
  "DiagonalUp",
];
const border = (of: AreasTarget, side: unknown) => {
  if (!sides.includes(text(side))) throw badArgument();
  return thing("RangeBorder", { ...of, side: text(side) });
};
export const rangeBorders: OfficeClass<AreasTarget> = {
  item: border,
  call: { GetItem: (of, [side]) => border(of, side) },
};

/** The book keeps one kind of border: a hairline below each row. The others are not drawn and say so. */
function ruled({ side, sheet, areas }: BorderTarget, member: string): AreasTarget {
  if (side === "EdgeBottom") return { sheet, areas: areas.map((a) => ({ ...a, top: a.bottom })) };
  if (side === "InsideHorizontal") {
    return { sheet, areas: areas.map((a) => ({ ...a, bottom: Math.max(a.top, a.bottom - 1) })) };
  }
  throw notImplemented(`${member} of the border ${side}`);
}
export const rangeBorder: OfficeClass<BorderTarget> = {
  get: { SideIndex: ({ side }) => side },
  set: {
    Style: (of, value, excel) => {
      if (value === "None")
        return lay(() => ({ rule: undefined }))(ruled(of, "RangeBorder.Style"), null, excel);
      const before = look(ruled(of, "RangeBorder.Style"), excel).rule;
      return lay(() => ({ rule: before ?? "#000000" }))(ruled(of, "RangeBorder.Style"), null, excel);
    },
    Weight: (of) => void ruled(of, "RangeBorder.Weight"),
    Color: (of, value, excel) =>
      lay(() => ({ rule: colour(value) }))(ruled(of, "RangeBorder.Color"), null, excel),
  },
};
