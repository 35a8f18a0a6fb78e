import type { Book, BookChart, BookSheet, ChartCorner } from "./book";
import { chartXml, chartNamespace, drawingNamespace } from "./chart-xml";
import {
  freePart,
  partText,
  readRelations,
  relationsPart,
  setPartText,
  type Parts,
  type Relation,
} from "./package-parts";
import { readAnchors } from "./read-charts";
import { restyledChart } from "./restyled-chart";
import { inNamespaces, isStrict, newRelation, relationNamespace, writeRelations } from "./write-relations";
import { childElements, encodeText } from "./xml";

const placeNamespace = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const types = "application/vnd.openxmlformats-officedocument.";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

interface DrawingWriting {
  readonly book: Book;
  readonly parts: Parts;
  /** Content types of the parts that are new. */
  readonly added: Record<string, string>;
}

/**
 * Brings the drawing of a sheet up to date with its charts, and says which part it is; null for a sheet without one. A
 * drawing none of whose charts changed keeps its bytes; pictures, shapes and charts that are not modelled stay as they are.
 */
export function writeDrawing(
  writing: DrawingWriting,
  sheet: BookSheet,
  sheetPart: string | null,
): string | null {
  const { parts } = writing;
  const before = sheetPart
    ? readRelations(parts, sheetPart).find(({ type }) => type === "drawing")
    : undefined;
  const old = before && parts[before.target] ? before.target : null;
  const anchors = old ? readAnchors(parts, old) : [];
  const gone = anchors.filter(({ chart }) => chart && !sheet.charts.some(({ part }) => part === chart.part));
  if (!gone.length && !sheet.charts.some(({ changed }) => changed)) return old;

  const strict = isStrict(parts);
  const drawing = old ?? freePart(parts, "xl/drawings/drawing");
  const xml = old ? partText(parts, old) : "";
  let relations: readonly Relation[] = old ? readRelations(parts, old) : [];
  relations = relations.filter(({ id }) => !gone.some((anchor) => anchor.relation === id));
  const pieces: string[] = [];
  for (const anchor of anchors) {
    if (gone.includes(anchor)) continue;
    const piece = xml.slice(anchor.start, anchor.end);
    const chart = sheet.charts.find(({ part }) => part !== null && part === anchor.chart?.part);
    if (!chart?.changed) {
      pieces.push(piece);
      continue;
    }
    pieces.push(movedAnchor(piece, chart));
    setPartText(
      parts,
      chart.part!,
      inNamespaces(restyledChart(writing.book, partText(parts, chart.part!), chart), strict),
    );
  }
  let number = Math.max(
    1,
    ...[...xml.matchAll(/<(?:\w+:)?cNvPr\s[^>]*?\bid="(\d+)"/g)].map(([, id]) => Number(id)),
  );
  for (const chart of sheet.charts) {
    if (chart.part !== null) continue;
    const part = freePart(parts, "xl/charts/chart");
    setPartText(parts, part, inNamespaces(chartXml(writing.book, chart), strict));
    writing.added[part] = `${types}drawingml.chart+xml`;
    const relation = newRelation(relations, "chart", part);
    relations = [...relations, relation];
    number += 1;
    pieces.push(inNamespaces(anchorXml(chart, relation.id, number), strict));
  }
  if (!pieces.length) {
    // Nothing leads to a drawing that holds nothing.
    return null;
  }
  if (!old) writing.added[drawing] = `${types}drawing+xml`;
  const open = /<(?:\w+:)?wsDr[^>]*?(?=\/?>)/.exec(xml);
  const root =
    open?.[0] ??
    inNamespaces(`<xdr:wsDr xmlns:xdr="${placeNamespace}" xmlns:a="${drawingNamespace}"`, strict);
  const name = /^<([\w:]+)/.exec(root)![1];
  setPartText(
    parts,
    drawing,
    `${open ? xml.slice(0, open.index) : head}${root}>${pieces.join("")}</${name}>`,
  );
  if (!relations.length) delete parts[relationsPart(drawing)];
  else writeRelations(parts, drawing, relations);
  return drawing;
}

/** It names every namespace itself, for the drawing may call them otherwise. */
function anchorXml(chart: BookChart, relation: string, id: number): string {
  return (
    `<xdr:twoCellAnchor xmlns:xdr="${placeNamespace}" xmlns:a="${drawingNamespace}" editAs="oneCell">` +
    `${cornerXml("xdr:from", chart.from)}${cornerXml("xdr:to", chart.to)}` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id}" name="${encodeText(chart.name)}" descr="${encodeText(chart.description)}"/>` +
    `<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>` +
    `<a:graphic><a:graphicData uri="${chartNamespace}"><c:chart xmlns:c="${chartNamespace}" xmlns:r="${relationNamespace}" r:id="${relation}"/>` +
    `</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
  );
}

function cornerXml(tag: string, { row, column, right, down }: ChartCorner): string {
  const prefix = tag.includes(":") ? tag.slice(0, tag.indexOf(":") + 1) : "";
  const value = (name: string, number: number) =>
    `<${prefix}${name}>${Math.round(number)}</${prefix}${name}>`;
  return `<${tag}>${value("col", column)}${value("colOff", right * 12700)}${value("row", row)}${value("rowOff", down * 12700)}</${tag}>`;
}

/** An anchor with the chart's place, name and description as they are now. */
function movedAnchor(xml: string, chart: BookChart): string {
  let text = xml;
  for (const child of childElements(xml).reverse()) {
    if (child.tag !== "from" && child.tag !== "to") continue;
    const tag = /^<([\w:]+)/.exec(text.slice(child.start))![1];
    text = text.slice(0, child.start) + cornerXml(tag, chart[child.tag]) + text.slice(child.end);
  }
  return text.replace(
    /<((?:\w+:)?cNvPr)(\s[^>]*?)(\/?>)/,
    (_, tag: string, attributes: string, end: string) => {
      const others = attributes.replace(/\s(name|descr)\s*=\s*("[^"]*"|'[^']*')/g, "");
      return `<${tag}${others} name="${encodeText(chart.name)}" descr="${encodeText(chart.description)}"${end}`;
    },
  );
}
