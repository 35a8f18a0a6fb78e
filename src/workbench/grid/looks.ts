import type { Cell } from "../../base/table";
import type { BookSheet, BookStyle } from "../../hosts/xlsx/book";
import { valueAt } from "../../hosts/xlsx/book";
import type { ConditionalFormat } from "../../workbook/document";

/** What a cell looks like besides its text. */
export interface Look {
  readonly css: string;
  readonly bar: { readonly share: number; readonly colour: string } | null;
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Bounds of conditional formats; they are the same for every cell of an area and are kept for one drawing. */
export type BoundsCache = Map<ConditionalFormat, Bounds>;

function boundsOf(sheet: BookSheet, format: ConditionalFormat, cache: BoundsCache): Bounds {
  const known = cache.get(format);
  if (known) return known;
  let low = Infinity;
  let high = -Infinity;
  for (let row = format.top; row <= Math.min(format.bottom, sheet.values.length - 1); row += 1) {
    for (let column = format.left; column <= format.right; column += 1) {
      const value = valueAt(sheet, row, column);
      if (typeof value !== "number") continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  const fixed = format.kind === "data-bar" ? format : null;
  const bounds = { low: fixed?.min ?? Math.min(low, fixed ? 0 : low), high: fixed?.max ?? high };
  cache.set(format, bounds);
  return bounds;
}

const channels = (colour: string) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
function mix(from: string, to: string, share: number): string {
  const a = channels(from);
  const b = channels(to);
  return `#${a
    .map((each, i) =>
      Math.round(each + (b[i] - each) * share)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
export function luminance(colour: string): number {
  const [red, green, blue] = channels(colour);
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

/** Ink chosen for white paper, readable on dark paper too: dark colours are lightened. */
function inkOn(colour: string, dark: boolean): string {
  return dark && luminance(colour) < 0.5 ? mix(colour, "#ffffff", 0.62) : colour;
}

const within = (format: ConditionalFormat, row: number, column: number) =>
  row >= format.top && row <= format.bottom && column >= format.left && column <= format.right;

export function lookOf(
  sheet: BookSheet,
  style: BookStyle,
  place: { readonly row: number; readonly column: number; readonly value: Cell },
  cache: BoundsCache,
  dark: boolean,
): Look {
  let { fill, colour } = style;
  let bar: Look["bar"] = null;
  const { row, column, value } = place;
  for (const format of sheet.conditionalFormats) {
    if (!within(format, row, column)) continue;
    if (format.kind === "text-is") {
      if (String(value).toLowerCase() === format.text.toLowerCase()) ({ fill, colour } = format);
    } else if (typeof value === "number") {
      const { low, high } = boundsOf(sheet, format, cache);
      const share = high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0.5;
      if (format.kind === "data-bar") bar = { share, colour: format.colour };
      else if (!format.middle) fill = mix(format.low, format.high, share);
      else if (share < 0.5) fill = mix(format.low, format.middle, share * 2);
      else fill = mix(format.middle, format.high, share * 2 - 1);
    }
  }
  const ink = fill
    ? (colour ?? (luminance(fill) < 0.45 ? "#ffffff" : "#1b1a19"))
    : colour && inkOn(colour, dark);
  const align =
    style.align ?? (typeof value === "number" ? "right" : typeof value === "boolean" ? "center" : "left");
  const indent = style.indent ? 4 + style.indent * 9 : 0;
  const css = [
    fill && `background:${fill}`,
    ink && `color:${ink}`,
    style.bold && "font-weight:600",
    style.italic && "font-style:italic",
    style.underline && "text-decoration:underline",
    style.size && style.size !== 11 && `font-size:${Math.round((style.size * 4) / 3)}px`,
    style.rule && `border-bottom-color:${dark ? mix(style.rule, "#000000", 0.75) : style.rule}`,
    `text-align:${align}`,
    `align-items:${style.verticalAlign === "top" ? "flex-start" : style.verticalAlign === "center" ? "center" : "flex-end"}`,
    `justify-content:${align === "right" ? "flex-end" : align === "center" ? "center" : "flex-start"}`,
    style.wrap ? "white-space:pre-wrap" : "white-space:pre",
    indent && align === "left" && `padding-left:${indent}px`,
    indent && align === "right" && `padding-right:${indent}px`,
  ];
  return { css: css.filter(Boolean).join(";"), bar };
}
