import type { ChartAxis, ChartKind } from "../../workbook/document";
import type { BookChart, BookSeries, BookSheet, ChartCorner } from "./book";
import { addChart } from "./book";
import { partText, readRelations, type Parts } from "./package-parts";
import {
  attribute,
  childElements,
  prefixOf,
  relationAttribute,
  scanXml,
  unescapeXml,
  type XmlElement,
} from "./xml";

/** What a chart is, apart from where it stands. */
type ChartContent = Pick<
  BookChart,
  "kind" | "title" | "series" | "valueAxis" | "categoryAxis" | "labels" | "legend"
>;

/** One thing on a drawing; `chart` is null for what is not modelled. */
interface Anchor {
  readonly start: number;
  readonly end: number;
  /** The id by which the drawing leads to the chart's part. */
  readonly relation: string;
  readonly chart:
    | (ChartContent & Pick<BookChart, "name" | "description" | "from" | "to"> & { readonly part: string })
    | null;
}

/** Reads the charts of a sheet that we know how to draw. */
export function readCharts(parts: Readonly<Parts>, sheet: BookSheet): void {
  const drawing = sheet.part && readRelations(parts, sheet.part).find(({ type }) => type === "drawing");
  if (!drawing || !parts[drawing.target]) return;
  for (const { chart } of readAnchors(parts, drawing.target)) {
    if (!chart) continue;
    const { from, to } = chart;
    const place = { top: from.row, left: from.column, bottom: to.row, right: to.column };
    const rewritten = sheet.rewritten;
    Object.assign(addChart(sheet, chart.name, chart.kind, place), { ...chart, changed: false });
    sheet.rewritten = rewritten;
  }
}

/** Everything that stands on a drawing, in order. */
export function readAnchors(parts: Readonly<Parts>, drawing: string): Anchor[] {
  const xml = partText(parts, drawing);
  const relations = readRelations(parts, drawing);
  return childElements(xml).map(({ tag, start, end }) => {
    const piece = xml.slice(start, end);
    let name = "";
    let description = "";
    let relation = "";
    let frames = 0;
    scanXml(piece, {
      open(inner, attributes) {
        if (inner === "cNvPr" && !name) {
          name = attribute(attributes, "name") ?? "";
          description = attribute(attributes, "descr") ?? "";
        } else if (inner === "chart") relation = relationAttribute(attributes) ?? "";
        else if (inner === "graphicFrame") frames += 1;
      },
    });
    const part = relations.find(({ id }) => id === relation)?.target;
    const content =
      tag === "twoCellAnchor" && frames === 1 && part && parts[part]
        ? readChart(partText(parts, part))
        : null;
    const corners = childElements(piece);
    const corner = (which: string) =>
      readCorner(
        corners.find((each) => each.tag === which),
        piece,
      );
    return {
      start,
      end,
      relation,
      chart:
        content && part
          ? { ...content, name, description, from: corner("from"), to: corner("to"), part }
          : null,
    };
  });
}

function readCorner(element: XmlElement | undefined, xml: string): ChartCorner {
  const numbers = new Map<string, number>();
  if (element) {
    const inside = xml.slice(element.start, element.end);
    for (const child of childElements(inside))
      numbers.set(child.tag, Number(textOf(inside.slice(child.start, child.end))));
  }
  const of = (tag: string) => numbers.get(tag) ?? 0;
  return { row: of("row"), column: of("col"), right: of("colOff") / 12700, down: of("rowOff") / 12700 };
}

const plots = ["barChart", "lineChart", "scatterChart", "radarChart", "stockChart"];

/** A chart's part; null for a kind that documents do not know (several plots in one, three dimensions, pies, …). */
export function readChart(xml: string): ChartContent | null {
  const chart = piece(xml, "chart");
  const area = piece(chart, "plotArea");
  const drawn = childElements(area).filter(({ tag }) => tag.endsWith("Chart"));
  if (drawn.length !== 1 || !plots.includes(drawn[0].tag)) return null;
  const plot = area.slice(drawn[0].start, drawn[0].end);
  const series = pieces(plot, "ser");
  const kind = kindOf(drawn[0].tag, plot, series.length);
  if (!kind) return null;
  const axes = childElements(area).filter(
    ({ tag }) => tag === "catAx" || tag === "valAx" || tag === "dateAx",
  );
  if (axes.length !== 2 || axes.some(({ tag }) => tag === "dateAx")) return null;
  const labels = series.length ? piece(series[0], "dLbls") : "";
  const shown = value(labels, "showVal") === "1";
  const legend = value(piece(chart, "legend"), "legendPos");
  return {
    kind,
    title: titleOf(chart) ?? "",
    series: series.map((each) => ({ ...readSeries(each, kind), ...lineColour(plot) })),
    categoryAxis: readAxis(area.slice(axes[0].start, axes[0].end)),
    valueAxis: readAxis(area.slice(axes[1].start, axes[1].end)),
    ...(shown && { labels: attribute(openOf(piece(labels, "numFmt")), "formatCode") ?? "General" }),
    legend: legend === undefined ? "none" : legend === "r" ? "right" : "bottom",
  };
}

/** What stands between series has the colour that all of them are called by. */
function lineColour(plot: string): { colour?: string } {
  const bars = piece(plot, "upDownBars");
  const colour = colourOf(bars ? piece(bars, "upBars") : piece(plot, "hiLowLines"));
  return colour ? { colour } : {};
}

function kindOf(tag: string, plot: string, series: number): ChartKind | null {
  switch (tag) {
    case "barChart":
      if (value(plot, "grouping") !== "clustered") return null;
      return value(plot, "barDir") === "bar" ? "bar" : "column";
    case "lineChart": {
      const plain =
        value(plot, "grouping") === "standard" && !piece(plot, "hiLowLines") && !piece(plot, "upDownBars");
      return plain ? "line" : null;
    }
    case "scatterChart":
      return "scatter";
    case "radarChart":
      return "radar";
    default:
      return piece(plot, "upDownBars") ? (series === 4 ? "box" : null) : series === 3 ? "interval" : null;
  }
}

function readSeries(xml: string, kind: ChartKind): BookSeries {
  const name = piece(xml, "tx");
  const nameFrom = formulaOf(name);
  const isScatter = kind === "scatter";
  const looks = piece(xml, isScatter || kind === "interval" ? "marker" : "spPr");
  const points = pieces(xml, "dPt").map(
    (point) => [Number(value(point, "idx")), colourOf(piece(point, "spPr"))] as const,
  );
  const pointColours: (string | undefined)[] = [];
  for (const [index, colour] of points) pointColours[index] = colour;
  return {
    name: textOf(innermost(name, "v")),
    ...(nameFrom && { nameFrom }),
    values: formulaOf(piece(xml, isScatter ? "yVal" : "val")),
    against: formulaOf(piece(xml, isScatter ? "xVal" : "cat")),
    colour: colourOf(looks) ?? colourOf(piece(xml, "spPr")) ?? "#5F6B6B",
    pointColours: Array.from(pointColours),
    trendLine: piece(xml, "trendline") !== "",
  };
}

function readAxis(xml: string): ChartAxis {
  const title = titleOf(xml);
  const scaling = piece(xml, "scaling");
  const bound = (tag: string) =>
    value(scaling, tag) === undefined ? undefined : Number(value(scaling, tag));
  const [min, max] = [bound("min"), bound("max")];
  const format = openOf(piece(xml, "numFmt"));
  const linked = attribute(format, "sourceLinked");
  const numberFormat = attribute(format, "formatCode");
  return {
    ...(title && { title }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(numberFormat && linked !== "1" && linked !== "true" && { numberFormat }),
    ...(value(scaling, "orientation") === "maxMin" && { reversed: true }),
  };
}

function titleOf(xml: string): string | undefined {
  const title = piece(xml, "title");
  return title ? textOf(title) || undefined : undefined;
}

/** The first solid colour of a shape, when it is said in numbers. */
function colourOf(xml: string): string | undefined {
  const found = /<(?:\w+:)?srgbClr\s[^>]*?val="([0-9A-Fa-f]{6})"/.exec(xml)?.[1];
  return found && `#${found.toUpperCase()}`;
}

function formulaOf(xml: string): string {
  return textOf(innermost(xml, "f"));
}

/** The first element of a tag, at any depth. */
function innermost(xml: string, tag: string): string {
  const prefix = xml ? prefixOf(xml, tag) : "";
  const found = xml ? new RegExp(`<${prefix}${tag}(?:\\s[^>]*)?>[^<]*`).exec(xml) : null;
  return found ? found[0] : "";
}

/** All text inside a piece. */
function textOf(xml: string): string {
  return unescapeXml(xml.replace(/<[^>]*>/g, ""));
}

function pieces(xml: string, tag: string): string[] {
  return xml
    ? childElements(xml)
        .filter((child) => child.tag === tag)
        .map(({ start, end }) => xml.slice(start, end))
    : [];
}
/** The first child of a tag; "" when there is none. */
function piece(xml: string, tag: string): string {
  return pieces(xml, tag)[0] ?? "";
}
function openOf(xml: string): string {
  return / [^>]*/.exec(xml.slice(0, xml.indexOf(">") + 1))?.[0] ?? "";
}
/** The `val` of a child. */
function value(xml: string, tag: string): string | undefined {
  const found = piece(xml, tag);
  return found ? attribute(openOf(found), "val") : undefined;
}
