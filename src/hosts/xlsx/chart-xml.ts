import { parseA1 } from "../../base/address";
import type { Cell } from "../../base/table";
import type { ChartAxis } from "../../workbook/document";
import { chartLook } from "../../workbook/write/look";
import { findSheet, valueAt, type Book, type BookChart, type BookSeries } from "./book";
import { escapeXml } from "./xml";

export const chartNamespace = "http://schemas.openxmlformats.org/drawingml/2006/chart";
export const drawingNamespace = "http://schemas.openxmlformats.org/drawingml/2006/main";

/** Ids of the two axes; they need to differ within one chart only. */
const categoryId = "111111111";
const valueId = "222222222";

/** A chart as its part of the package, with the values of its cells as they are now. */
export function chartXml(book: Book, chart: BookChart): string {
  const legend =
    chart.legend === "none"
      ? ""
      : `<c:legend><c:legendPos val="${chart.legend === "right" ? "r" : "b"}"/><c:overlay val="0"/>${textLook()}</c:legend>`;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="${chartNamespace}" xmlns:a="${drawingNamespace}">` +
    `<c:roundedCorners val="0"/><c:chart>${titleXml(chart.title)}` +
    `<c:plotArea><c:layout/>${plotXml(book, chart)}${axesXml(chart)}</c:plotArea>${legend}` +
    `<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr>${fillXml("#FFFFFF")}<a:ln><a:noFill/></a:ln></c:spPr></c:chartSpace>`
  );
}

export function titleXml(title: string): string {
  if (title === "") return '<c:autoTitleDeleted val="1"/>';
  return `<c:title>${richText(title, chartLook.titleSize, true)}<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>`;
}

function richText(text: string, size: number, bold: boolean): string {
  const look = `sz="${size * 100}" b="${bold ? 1 : 0}"`;
  const fill = fillXml(bold ? chartLook.text : chartLook.quiet);
  return (
    `<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr ${look}>${fill}</a:defRPr></a:pPr>` +
    `<a:r><a:rPr ${look}>${fill}</a:rPr><a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx>`
  );
}

function plotXml(book: Book, chart: BookChart): string {
  const series = chart.series.map((each, index) => seriesXml(book, chart, each, index)).join("");
  const axes = `<c:axId val="${categoryId}"/><c:axId val="${valueId}"/>`;
  const colour = chart.series[0]?.colour ?? chartLook.quiet;
  switch (chart.kind) {
    case "bar":
    case "column": {
      const gap = chart.series.length > 1 ? 60 : 40;
      return (
        `<c:barChart><c:barDir val="${chart.kind === "bar" ? "bar" : "col"}"/><c:grouping val="clustered"/><c:varyColors val="0"/>` +
        `${series}<c:gapWidth val="${gap}"/>${axes}</c:barChart>`
      );
    }
    case "line":
      return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`;
    case "scatter":
      return `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${series}${axes}</c:scatterChart>`;
    case "radar":
      return `<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>${series}${axes}</c:radarChart>`;
    case "interval":
      return `<c:stockChart>${series}<c:hiLowLines><c:spPr>${lineXml(colour, 1.75)}</c:spPr></c:hiLowLines>${axes}</c:stockChart>`;
    case "box": {
      const bars = `<c:spPr>${fillXml(colour)}${lineXml(colour, 0.75)}</c:spPr>`;
      return (
        `<c:stockChart>${series}<c:hiLowLines><c:spPr>${lineXml(chartLook.quiet, 1)}</c:spPr></c:hiLowLines>` +
        `<c:upDownBars><c:gapWidth val="80"/><c:upBars>${bars}</c:upBars><c:downBars>${bars}</c:downBars></c:upDownBars>${axes}</c:stockChart>`
      );
    }
  }
}

function seriesXml(book: Book, chart: BookChart, series: BookSeries, index: number): string {
  const { kind } = chart;
  const sources = sourcesXml(book, chart, series);
  const head = `<c:idx val="${index}"/><c:order val="${index}"/>${sources.name}`;
  const points = pointsXml(series);
  switch (kind) {
    case "bar":
    case "column":
      return `<c:ser>${head}<c:spPr>${fillXml(series.colour)}</c:spPr><c:invertIfNegative val="0"/>${points}${labelsXml(chart)}${sources.against}${sources.values}</c:ser>`;
    case "scatter": {
      const trend = series.trendLine
        ? `<c:trendline><c:spPr>${lineXml(chartLook.quiet, 1.5)}</c:spPr><c:trendlineType val="linear"/><c:dispRSqr val="0"/><c:dispEq val="0"/></c:trendline>`
        : "";
      return `<c:ser>${head}<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>${markerXml("circle", 5, series.colour)}${trend}${sources.against}${sources.values}<c:smooth val="0"/></c:ser>`;
    }
    case "line":
      return `<c:ser>${head}<c:spPr>${lineXml(series.colour, 2)}</c:spPr>${markerXml("none", 5, series.colour)}${sources.against}${sources.values}<c:smooth val="0"/></c:ser>`;
    case "radar":
      return `<c:ser>${head}<c:spPr>${lineXml(series.colour, 2)}</c:spPr>${markerXml("none", 5, series.colour)}${sources.against}${sources.values}</c:ser>`;
    case "interval":
    case "box": {
      const isMark = kind === "interval" && index === 2;
      const marker = isMark
        ? markerXml("diamond", 6, series.colour)
        : '<c:marker><c:symbol val="none"/></c:marker>';
      return `<c:ser>${head}<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>${marker}${sources.against}${sources.values}<c:smooth val="0"/></c:ser>`;
    }
  }
}

/** The parts of a series that say where it comes from. */
export function sourcesXml(
  book: Book,
  { kind }: Pick<BookChart, "kind">,
  series: BookSeries,
): { readonly name: string; readonly against: string; readonly values: string } {
  const isScatter = kind === "scatter";
  const name = series.nameFrom
    ? `<c:tx>${textReference(
        series.nameFrom,
        cellsOf(book, series.nameFrom).map((cell) => String(cell ?? "")),
      )}</c:tx>`
    : `<c:tx><c:v>${escapeXml(series.name)}</c:v></c:tx>`;
  const against = series.against ? cellsOf(book, series.against) : [];
  const isNumeric = isScatter || (against.length > 0 && against.every((cell) => typeof cell === "number"));
  const reference = isNumeric
    ? numberReference(series.against, against)
    : textReference(
        series.against,
        against.map((cell) => String(cell ?? "")),
      );
  const tag = isScatter ? ["xVal", "yVal"] : ["cat", "val"];
  return {
    name,
    against: series.against ? `<c:${tag[0]}>${reference}</c:${tag[0]}>` : "",
    values: `<c:${tag[1]}>${numberReference(series.values, cellsOf(book, series.values))}</c:${tag[1]}>`,
  };
}

function cellsOf(book: Book, reference: string): Cell[] {
  const place = parseA1(reference);
  const sheet = place?.sheet ? findSheet(book, place.sheet) : undefined;
  if (!place || !sheet) return [];
  const cells: Cell[] = [];
  for (let row = place.top; row <= place.bottom; row += 1)
    for (let column = place.left; column <= place.right; column += 1) cells.push(valueAt(sheet, row, column));
  return cells;
}

function numberReference(reference: string, cells: readonly Cell[]): string {
  const points = cells.map((cell, i) =>
    typeof cell === "number" ? `<c:pt idx="${i}"><c:v>${cell}</c:v></c:pt>` : "",
  );
  return `<c:numRef><c:f>${escapeXml(reference)}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${cells.length}"/>${points.join("")}</c:numCache></c:numRef>`;
}

function textReference(reference: string, texts: readonly string[]): string {
  const points = texts.map((text, i) => `<c:pt idx="${i}"><c:v>${escapeXml(text)}</c:v></c:pt>`);
  return `<c:strRef><c:f>${escapeXml(reference)}</c:f><c:strCache><c:ptCount val="${texts.length}"/>${points.join("")}</c:strCache></c:strRef>`;
}

export function pointsXml({ pointColours }: BookSeries): string {
  return pointColours
    .map((colour, i) =>
      colour
        ? `<c:dPt><c:idx val="${i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${fillXml(colour)}</c:spPr></c:dPt>`
        : "",
    )
    .join("");
}

function labelsXml({ labels }: BookChart): string {
  if (labels === undefined) return "";
  return (
    `<c:dLbls><c:numFmt formatCode="${escapeXml(labels)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textLook(chartLook.text)}` +
    `<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`
  );
}

function axesXml(chart: BookChart): string {
  const { kind, categoryAxis, valueAxis } = chart;
  const isBar = kind === "bar";
  // An axis stands where its numbers begin: when the other one is turned round, that is its far end.
  const crossing = (other: ChartAxis) => `<c:crosses val="${other.reversed ? "max" : "autoZero"}"/>`;
  const near = isBar ? "l" : "b";
  const far = isBar ? "b" : "l";
  if (kind === "scatter") {
    return (
      `<c:valAx>${axisXml(categoryAxis, valueAxis, categoryId, near, true)}<c:crossAx val="${valueId}"/>${crossing(valueAxis)}<c:crossBetween val="midCat"/></c:valAx>` +
      `<c:valAx>${axisXml(valueAxis, categoryAxis, valueId, far, true)}<c:crossAx val="${categoryId}"/>${crossing(categoryAxis)}<c:crossBetween val="midCat"/></c:valAx>`
    );
  }
  const isRadar = kind === "radar";
  return (
    `<c:catAx>${axisXml(categoryAxis, valueAxis, categoryId, near, isRadar)}<c:crossAx val="${valueId}"/>${crossing(valueAxis)}` +
    `<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>` +
    `<c:valAx>${axisXml(valueAxis, categoryAxis, valueId, far, true)}<c:crossAx val="${categoryId}"/>${crossing(categoryAxis)}` +
    `<c:crossBetween val="between"/></c:valAx>`
  );
}

/** What the elements of all axes begin with, in the order of the schema. */
function axisXml(axis: ChartAxis, other: ChartAxis, id: string, position: string, grid: boolean): string {
  const { title, min, max, numberFormat, reversed } = axis;
  const bounds = `${max === undefined ? "" : `<c:max val="${max}"/>`}${min === undefined ? "" : `<c:min val="${min}"/>`}`;
  return (
    `<c:axId val="${id}"/><c:scaling><c:orientation val="${reversed ? "maxMin" : "minMax"}"/>${bounds}</c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${position}"/>${grid ? `<c:majorGridlines><c:spPr>${lineXml(chartLook.grid, 0.75)}</c:spPr></c:majorGridlines>` : ""}` +
    `${title ? `<c:title>${richText(title, chartLook.textSize, false)}<c:overlay val="0"/></c:title>` : ""}` +
    `<c:numFmt formatCode="${escapeXml(numberFormat ?? "General")}" sourceLinked="${numberFormat ? 0 : 1}"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${other.reversed ? "high" : "low"}"/>` +
    `<c:spPr>${lineXml(chartLook.grid, 0.75)}</c:spPr>${textLook()}`
  );
}

function textLook(colour: string = chartLook.quiet): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${chartLook.textSize * 100}">${fillXml(colour)}</a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
}

function markerXml(symbol: string, size: number, colour: string): string {
  return symbol === "none"
    ? '<c:marker><c:symbol val="none"/></c:marker>'
    : `<c:marker><c:symbol val="${symbol}"/><c:size val="${size}"/><c:spPr>${fillXml(colour)}${lineXml("#FFFFFF", 0.5)}</c:spPr></c:marker>`;
}

function fillXml(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour.slice(1).toUpperCase()}"/></a:solidFill>`;
}

/** Widths are in points; files count 12700 to one. */
function lineXml(colour: string, width: number): string {
  return `<a:ln w="${Math.round(width * 12700)}">${fillXml(colour)}</a:ln>`;
}
