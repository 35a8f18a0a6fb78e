import type { BookStyle } from "./book";
import { indexedColours } from "./indexed-colours";
import { attribute, isTrue, scanXml } from "./xml";

/** What a styles part holds: one look for each cell format, in order. */
export interface ReadStyles {
  readonly formats: BookStyle[];
  /** Looks of conditional formats. */
  readonly differences: BookStyle[];
}

type Loose = { -readonly [K in keyof BookStyle]: BookStyle[K] };

/**
 * Reads fonts, fills, number formats and alignments of a styles part. Font and size are said where they differ from the
 * default font's, so that the default look is the empty one. What a look cannot say is kept by `base`.
 */
export function readStyles(xml: string, themeColours: readonly string[]): ReadStyles {
  const numberFormats = new Map<number, string>();
  const fonts: Loose[] = [];
  const fills: { style: Loose; plain: boolean }[] = [];
  const borders: { style: Loose; plain: boolean }[] = [];
  const formats: BookStyle[] = [];
  const differences: Loose[] = [];
  const colour = (attributes: string) => readColour(attributes, themeColours);
  const path: string[] = [];
  let format: { style: Loose; extra: boolean } | null = null;
  let side = "";

  scanXml(xml, {
    open(tag, a) {
      const inside = path[path.length - 1];
      path.push(tag);
      const difference = path[1] === "dxfs" ? differences[differences.length - 1] : null;
      const font = difference ?? fonts[fonts.length - 1];
      const fill = fills[fills.length - 1];
      const border = borders[borders.length - 1];
      if (tag === "numFmt" && inside === "numFmts") {
        numberFormats.set(Number(attribute(a, "numFmtId")), attribute(a, "formatCode") ?? "");
      } else if (tag === "dxf") differences.push({});
      else if (tag === "font" && inside === "fonts") fonts.push({});
      else if (tag === "fill" && inside === "fills") fills.push({ style: {}, plain: true });
      else if (tag === "border" && inside === "borders") borders.push({ style: {}, plain: true });
      else if (inside === "font" && font) readFont(font, tag, a, colour);
      else if (tag === "patternFill" && fill && !difference) {
        const pattern = attribute(a, "patternType") ?? "none";
        fill.plain = pattern === "solid" || pattern === "none";
      } else if (tag === "gradientFill" && fill) fill.plain = false;
      else if (tag === "fgColor" && fill && !difference) {
        if (fill.plain) fill.style.fill = colour(a);
      } else if (tag === "bgColor" && difference) difference.fill = colour(a);
      else if (inside === "border" && border && !difference) {
        side = tag;
        const line = attribute(a, "style");
        if (line && !(tag === "bottom" && line === "hair")) border.plain = false;
      } else if (tag === "color" && inside === side && border && !difference) {
        if (side === "bottom") border.style.rule = colour(a);
      } else if (tag === "xf" && path[1] === "cellXfs") {
        format = { style: {}, extra: false };
        const part = (name: string) => Number(attribute(a, name) ?? 0);
        const code = part("numFmtId");
        const text = numberFormats.get(code) ?? builtInFormats[code];
        if (text !== undefined && code !== 0) format.style.numberFormat = text;
        Object.assign(format.style, fontDifference(fonts[part("fontId")], fonts[0]));
        const itsFill = fills[part("fillId")];
        const itsBorder = borders[part("borderId")];
        Object.assign(format.style, itsFill?.style, itsBorder?.plain ? itsBorder.style : {});
        format.extra =
          itsFill?.plain === false ||
          itsBorder?.plain === false ||
          part("xfId") !== 0 ||
          isTrue(attribute(a, "quotePrefix"));
      } else if (tag === "alignment" && format) readAlignment(format, a);
      else if (tag === "protection" && format) format.extra = true;
    },
    close(tag) {
      path.pop();
      if (tag !== "xf" || !format) return;
      formats.push(format.extra ? { ...format.style, base: formats.length } : format.style);
      format = null;
    },
  });
  if (formats.length === 0) formats.push({});
  return { formats, differences };
}

function readFont(font: Loose, tag: string, a: string, colour: (a: string) => string | undefined): void {
  const on = attribute(a, "val") === undefined || isTrue(attribute(a, "val"));
  if (tag === "b" && on) font.bold = true;
  else if (tag === "i" && on) font.italic = true;
  else if (tag === "u" && attribute(a, "val") !== "none") font.underline = true;
  else if (tag === "sz") font.size = Number(attribute(a, "val"));
  else if (tag === "name") font.font = attribute(a, "val");
  else if (tag === "color") {
    const found = colour(a);
    if (found && found !== "#000000") font.colour = found;
  }
}

function fontDifference(font: Loose | undefined, standard: Loose | undefined): Loose {
  const difference: Loose = { ...font };
  if (font?.size === standard?.size) delete difference.size;
  if (font?.font === standard?.font) delete difference.font;
  return difference;
}

function readAlignment(format: { style: Loose; extra: boolean }, a: string): void {
  const horizontal = attribute(a, "horizontal");
  const vertical = attribute(a, "vertical");
  if (horizontal === "left" || horizontal === "center" || horizontal === "right")
    format.style.align = horizontal;
  else if (horizontal !== undefined && horizontal !== "general") format.extra = true;
  if (vertical === "top" || vertical === "center") format.style.verticalAlign = vertical;
  if (isTrue(attribute(a, "wrapText"))) format.style.wrap = true;
  const indent = Number(attribute(a, "indent") ?? 0);
  if (indent) format.style.indent = indent;
  if (attribute(a, "textRotation") || attribute(a, "shrinkToFit")) format.extra = true;
}

/** "#rrggbb" of a colour given by value, by theme and tint, or by index; undefined for automatic. */
export function readColour(attributes: string, theme: readonly string[]): string | undefined {
  const rgb = attribute(attributes, "rgb");
  if (rgb) return `#${rgb.slice(-6).toLowerCase()}`;
  const themed = attribute(attributes, "theme");
  const tint = Number(attribute(attributes, "tint") ?? 0);
  if (themed !== undefined) {
    const base = theme[Number(themed)];
    return base && tinted(base, tint);
  }
  const index = attribute(attributes, "indexed");
  return index === undefined ? undefined : indexedColours[Number(index)];
}

/** Lighter towards white for a positive tint, darker for a negative one. */
function tinted(colour: string, tint: number): string {
  if (!tint) return colour;
  const channels = [1, 3, 5].map((at) => {
    const channel = parseInt(colour.slice(at, at + 2), 16);
    const changed = tint < 0 ? channel * (1 + tint) : channel + (255 - channel) * tint;
    return Math.round(changed).toString(16).padStart(2, "0");
  });
  return `#${channels.join("")}`;
}

/** The twelve colours of a theme in the order that cell colours count them: light before dark. */
export function readTheme(xml: string): string[] {
  const found = new Map<string, string>();
  const names = [
    "lt1",
    "dk1",
    "lt2",
    "dk2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
  ];
  let name = "";
  scanXml(xml, {
    open(tag, a) {
      if (names.includes(tag) || tag === "hlink" || tag === "folHlink") name = tag;
      const value =
        tag === "srgbClr" ? attribute(a, "val") : tag === "sysClr" ? attribute(a, "lastClr") : null;
      if (value && name && !found.has(name)) found.set(name, `#${value.toLowerCase()}`);
    },
    close(tag) {
      if (tag === "clrScheme") name = "";
      if (tag === name) name = "";
    },
  });
  return [...names, "hlink", "folHlink"].map((each) => found.get(each) ?? "#000000");
}

/** Number formats that files name by number only. */
export const builtInFormats: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "yyyy-mm-dd",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy-mm-dd h:mm",
  37: "#,##0 ;(#,##0)",
  38: "#,##0 ;[Red](#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;[Red](#,##0.00)",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mmss.0",
  48: "##0.0E+0",
  49: "@",
};
