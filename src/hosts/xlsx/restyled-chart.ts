import type { Book, BookChart } from "./book";
import { chartXml, drawingNamespace, sourcesXml, titleXml } from "./chart-xml";
import { readChart } from "./read-charts";
import { childElements, escapeXml, prefixOf, type XmlElement } from "./xml";

/**
 * A chart that was read, with what has changed since. As long as that is only where its numbers come from and what it says,
 * everything that a user styled by hand stays; otherwise it is drawn anew.
 */
export function restyledChart(book: Book, xml: string, chart: BookChart): string {
  const before = readChart(xml);
  if (!before || looksOf(before) !== looksOf(chart)) return chartXml(book, chart);
  const prefix = prefixOf(xml, "chartSpace");
  const namespaced = (piece: string) => piece.replace(/<(\/?)c:/g, `<$1${prefix}`);
  let text = xml;
  if (chart.title !== before.title) text = retitled(text, chart.title, namespaced);
  const series = elements(text, "ser").reverse();
  series.forEach((place, i) => {
    const sources = sourcesXml(book, chart, chart.series[series.length - 1 - i]);
    const whole = text.slice(place.start, place.end);
    let changed = whole;
    for (const child of childElements(whole).reverse()) {
      const by =
        child.tag === "tx"
          ? sources.name
          : child.tag === "val" || child.tag === "yVal"
            ? sources.against + sources.values
            : child.tag === "cat" || child.tag === "xVal"
              ? ""
              : null;
      if (by !== null) changed = changed.slice(0, child.start) + namespaced(by) + changed.slice(child.end);
    }
    text = text.slice(0, place.start) + changed + text.slice(place.end);
  });
  return text;
}

type Looks = Pick<BookChart, "kind" | "series" | "valueAxis" | "categoryAxis" | "labels" | "legend">;

function looksOf({ kind, series, valueAxis, categoryAxis, labels, legend }: Looks): string {
  const styles = series.map(({ colour, pointColours, trendLine }) => [
    colour,
    pointColours.map((each) => each ?? null),
    trendLine,
  ]);
  const axis = ({ title, min, max, numberFormat, reversed }: Looks["valueAxis"]) => [
    title,
    min,
    max,
    numberFormat,
    reversed,
  ];
  return JSON.stringify([kind, styles, axis(valueAxis), axis(categoryAxis), labels, legend]);
}

/** The first run of the title takes the text and keeps its look. */
function retitled(xml: string, title: string, namespaced: (piece: string) => string): string {
  const chart = elements(xml, "chart")[0];
  const inside = xml.slice(chart.start, chart.end);
  const place = childElements(inside).find(({ tag }) => tag === "title");
  if (!place) {
    const off = childElements(inside).find(({ tag }) => tag === "autoTitleDeleted");
    const at = off ?? childElements(inside)[0];
    const whole =
      inside.slice(0, at.start) +
      namespaced(titleXml(title).replace("<c:title>", `<c:title xmlns:a="${drawingNamespace}">`)) +
      inside.slice(off ? off.end : at.start);
    return xml.slice(0, chart.start) + whole + xml.slice(chart.end);
  }
  let first = true;
  const said = inside
    .slice(place.start, place.end)
    .replace(/(<a:t(?:\s[^>]*)?>)[^<]*(<\/a:t>)/g, (_, open: string, close: string) => {
      const text = first ? escapeXml(title) : "";
      first = false;
      return open + text + close;
    });
  return (
    xml.slice(0, chart.start) +
    inside.slice(0, place.start) +
    said +
    inside.slice(place.end) +
    xml.slice(chart.end)
  );
}

/** The elements of a tag, wherever they stand; those of one tag do not stand inside one another. */
function elements(xml: string, tag: string): XmlElement[] {
  return childElements(xml).flatMap((child) => {
    if (child.tag === tag) return [child];
    const inside = elements(xml.slice(child.start, child.end), tag);
    return inside.map((each) => ({ ...each, start: child.start + each.start, end: child.start + each.end }));
  });
}
