import type { Book, BookStyle } from "./book";
import { builtInFormats } from "./read-styles";
import { appendElements, attribute, childElements, encodeText, isTrue } from "./xml";

/** Adds looks to a styles part; what stands there keeps its place and its number. */
export interface StyleWriter {
  /** The cell format of a style of the book. */
  format(style: number): number;
  /** The look of a conditional format. */
  difference(fill: string, colour: string): number;
  /** The part with everything that was asked for. */
  finish(): string;
}

const order = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];

export function writeStyles(xml: string, book: Book): StyleWriter {
  const inside = (container: string): string[] => {
    const found = childElements(xml).find((child) => child.tag === container);
    if (!found) return [];
    const text = xml.slice(found.start, found.end);
    return childElements(text).map((child) => text.slice(child.start, child.end));
  };
  const known = { fonts: inside("fonts"), formats: inside("cellXfs"), numberFormats: inside("numFmts") };
  const counts = {
    fills: inside("fills").length,
    borders: inside("borders").length,
    dxfs: inside("dxfs").length,
  };
  const fonts = collect(known.fonts.length);
  const fills = collect(counts.fills);
  const borders = collect(counts.borders);
  const formats = collect(known.formats.length);
  const differences = collect(counts.dxfs);
  const numberFormats = numberFormatIds(known.numberFormats);
  const written = new Map<number, number>();

  const format = (index: number): number => {
    if (index < known.formats.length) return index;
    let number = written.get(index);
    if (number === undefined) {
      number = formats.add(formatXml(book.styles[index] ?? {}));
      written.set(index, number);
    }
    return number;
  };

  const formatXml = (style: BookStyle): string => {
    const baseIndex = style.base ?? 0;
    const base = book.styles[baseIndex] ?? {};
    const raw = known.formats[baseIndex] ?? "<xf/>";
    const head = raw.slice(0, raw.indexOf(">"));
    const number = (name: string) => Number(attribute(head, name) ?? 0);
    const same = (...keys: (keyof BookStyle)[]) => keys.every((key) => style[key] === base[key]);
    const fontId = same("bold", "italic", "underline", "size", "colour", "font")
      ? number("fontId")
      : fonts.add(fontXml(style, known.fonts[fontOf(known.formats[0])] ?? ""));
    const fillId = same("fill") ? number("fillId") : style.fill ? fills.add(fillXml(style.fill)) : 0;
    const borderId = same("rule") ? number("borderId") : style.rule ? borders.add(ruleXml(style.rule)) : 0;
    const numFmtId = same("numberFormat")
      ? number("numFmtId")
      : numberFormats.id(style.numberFormat ?? "General");
    const aligned = same("align", "verticalAlign", "wrap", "indent")
      ? (/<(?:\w+:)?alignment[^>]*\/>/.exec(raw)?.[0].replace(/^<\w+:/, "<") ?? "")
      : alignmentXml(style);
    const locking = /<(?:\w+:)?protection[^>]*\/>/.exec(raw)?.[0].replace(/^<\w+:/, "<") ?? "";
    const applied = [
      ["applyNumberFormat", numFmtId],
      ["applyFont", fontId],
      ["applyFill", fillId],
      ["applyBorder", borderId],
      ["applyAlignment", aligned],
      ["applyProtection", locking],
      ["quotePrefix", isTrue(attribute(head, "quotePrefix"))],
    ]
      .filter(([, used]) => used)
      .map(([name]) => ` ${name}="1"`)
      .join("");
    const ids = `numFmtId="${numFmtId}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}"`;
    const start = `<xf ${ids} xfId="${number("xfId")}"${applied}`;
    return aligned || locking ? `${start}>${aligned}${locking}</xf>` : `${start}/>`;
  };

  return {
    format,
    difference: (fill, colour) =>
      differences.add(
        `<dxf><font><color rgb="${argb(colour)}"/></font><fill><patternFill patternType="solid">` +
          `<fgColor rgb="${argb(fill)}"/><bgColor rgb="${argb(fill)}"/></patternFill></fill></dxf>`,
      ),
    finish() {
      let text = xml;
      const append = (container: string, elements: readonly string[]) => {
        text = appendElements(text, "styleSheet", container, order, elements, true).xml;
      };
      append("numFmts", numberFormats.added);
      append("fonts", fonts.added);
      append("fills", fills.added);
      append("borders", borders.added);
      append("cellXfs", formats.added);
      append("dxfs", differences.added);
      return text;
    },
  };
}

/** Elements to append, each once, numbered from what is there. */
function collect(start: number) {
  const added: string[] = [];
  const places = new Map<string, number>();
  return {
    added,
    add(element: string): number {
      let place = places.get(element);
      if (place === undefined) {
        place = start + added.push(element) - 1;
        places.set(element, place);
      }
      return place;
    },
  };
}

function numberFormatIds(existing: readonly string[]) {
  const added: string[] = [];
  const ids = new Map<string, number>([["General", 0]]);
  let next = 164;
  for (const [id, code] of Object.entries(builtInFormats))
    if (!localDate.has(Number(id))) ids.set(code, Number(id));
  for (const element of existing) {
    const id = Number(attribute(element, "numFmtId"));
    ids.set(attribute(element, "formatCode") ?? "", id);
    next = Math.max(next, id + 1);
  }
  return {
    added,
    id(code: string): number {
      let id = ids.get(code);
      if (id === undefined) {
        id = next;
        next += 1;
        ids.set(code, id);
        added.push(`<numFmt numFmtId="${id}" formatCode="${encodeText(code)}"/>`);
      }
      return id;
    },
  };
}

/** These mean the reader's own order of day, month and year, whatever code stands for them here. */
const localDate = new Set([14, 22]);

function fontOf(format: string | undefined): number {
  return Number(attribute(format?.slice(0, format.indexOf(">")) ?? "", "fontId") ?? 0);
}

/** Family, character set and theme role go along as long as the font's name does. */
function fontXml(style: BookStyle, standard: string): string {
  const part = (tag: string) => {
    const found = new RegExp(`<(?:\\w+:)?${tag}(\\s[^>]*?)?/?>`).exec(standard);
    return found ? `<${tag}${(found[1] ?? "").trimEnd()}/>` : "";
  };
  const size = style.size === undefined ? part("sz") : `<sz val="${style.size}"/>`;
  const colour = style.colour ? `<color rgb="${argb(style.colour)}"/>` : part("color");
  const name = style.font
    ? `<name val="${encodeText(style.font)}"/>`
    : part("name") + part("family") + part("charset") + part("scheme");
  const marks = `${style.bold ? "<b/>" : ""}${style.italic ? "<i/>" : ""}${style.underline ? "<u/>" : ""}`;
  return `<font>${marks}${size}${colour}${name}</font>`;
}

function fillXml(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${argb(colour)}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function ruleXml(colour: string): string {
  return `<border><left/><right/><top/><bottom style="hair"><color rgb="${argb(colour)}"/></bottom><diagonal/></border>`;
}

function alignmentXml(style: BookStyle): string {
  const { align, verticalAlign, wrap, indent } = style;
  // An indent counts from a side; without one Excel passes it over.
  const side = align ?? (indent ? "left" : undefined);
  const written = [
    side ? ` horizontal="${side}"` : "",
    verticalAlign && verticalAlign !== "bottom" ? ` vertical="${verticalAlign}"` : "",
    wrap ? ' wrapText="1"' : "",
    indent ? ` indent="${indent}"` : "",
  ].join("");
  return written ? `<alignment${written}/>` : "";
}

/** "#rrggbb" as files write it, fully opaque. */
export function argb(colour: string): string {
  return `FF${colour.slice(1).toUpperCase()}`;
}
