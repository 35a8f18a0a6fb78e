import { areaToA1 } from "../../base/address";
import type { ConditionalFormat } from "../../workbook/document";
import type { BookSheet } from "./book";
import { argb, type StyleWriter } from "./write-styles";
import { encodeText } from "./xml";

const extended = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const macro = "http://schemas.microsoft.com/office/excel/2006/main";

/**
 * Conditional formats. A data bar is written twice: plainly, and as the extension in which Excel 2010 and later find solid
 * fill and full length, tied by an id.
 */
export function formatsXml(
  sheet: BookSheet,
  styles: StyleWriter,
  number: number,
): { readonly main: string; readonly extension: string } {
  const bars: string[] = [];
  const main = sheet.conditionalFormats.map((format, index) => {
    const priority = index + 1;
    const wrap = (rule: string) =>
      `<conditionalFormatting sqref="${areaToA1(format)}">${rule}</conditionalFormatting>`;
    if (format.kind === "data-bar") {
      const id = `{${hex(number, 8)}-0000-4000-8000-${hex(priority, 12)}}`;
      bars.push(extendedBar(format, id));
      return wrap(
        `<cfRule type="dataBar" priority="${priority}"><dataBar>${bound("min", format.min)}${bound("max", format.max)}` +
          `<color rgb="${argb(format.colour)}"/></dataBar><extLst><ext xmlns:x14="${extended}" ` +
          `uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>${id}</x14:id></ext></extLst></cfRule>`,
      );
    }
    if (format.kind === "colour-scale") {
      const middle = format.middle
        ? { bound: '<cfvo type="percentile" val="50"/>', colour: `<color rgb="${argb(format.middle)}"/>` }
        : { bound: "", colour: "" };
      return wrap(
        `<cfRule type="colorScale" priority="${priority}"><colorScale><cfvo type="min"/>${middle.bound}` +
          `<cfvo type="max"/><color rgb="${argb(format.low)}"/>${middle.colour}<color rgb="${argb(format.high)}"/>` +
          `</colorScale></cfRule>`,
      );
    }
    const look = styles.difference(format.fill, format.colour);
    const text = encodeText(`"${format.text.replaceAll('"', '""')}"`);
    return wrap(
      `<cfRule type="cellIs" dxfId="${look}" priority="${priority}" operator="equal"><formula>${text}</formula></cfRule>`,
    );
  });
  const extension = bars.length
    ? `<ext xmlns:x14="${extended}" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings>` +
      `${bars.join("")}</x14:conditionalFormattings></ext>`
    : "";
  return { main: main.join(""), extension };
}

function bound(type: "min" | "max", value: number | undefined): string {
  return value === undefined ? `<cfvo type="${type}"/>` : `<cfvo type="num" val="${value}"/>`;
}

function extendedBar(format: ConditionalFormat & { kind: "data-bar" }, id: string): string {
  const limit = (automatic: string, value: number | undefined) =>
    value === undefined
      ? `<x14:cfvo type="${automatic}"/>`
      : `<x14:cfvo type="num"><xm:f>${value}</xm:f></x14:cfvo>`;
  return (
    `<x14:conditionalFormatting xmlns:xm="${macro}"><x14:cfRule type="dataBar" id="${id}">` +
    `<x14:dataBar minLength="0" maxLength="100" gradient="0">${limit("autoMin", format.min)}${limit("autoMax", format.max)}` +
    `<x14:negativeFillColor rgb="FFB5533C"/><x14:axisColor rgb="FF808080"/></x14:dataBar></x14:cfRule>` +
    `<xm:sqref>${areaToA1(format)}</xm:sqref></x14:conditionalFormatting>`
  );
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, "0");
}
