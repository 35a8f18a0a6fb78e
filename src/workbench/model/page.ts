import { columnIndex, parseA1 } from "../../base/address";
import type { BookPrint, BookSheet } from "../../hosts/xlsx/book";
import type { OfficeClass, RangeTarget } from "./office-class";
import { badArgument, isThing, notImplemented, rangeArgument, record, text, thing } from "./office-class";
import { contains, intersection, placeAt } from "./place";

const plain: BookPrint = { orientation: "portrait", fitToWidth: false, titleTop: -1, titleBottom: -1 };
const change = (sheet: BookSheet, to: Partial<BookPrint>) =>
  void (sheet.print = { ...(sheet.print ?? plain), ...to });

export const pageLayout: OfficeClass<BookSheet> = {
  get: { Orientation: (sheet) => (sheet.print?.orientation === "landscape" ? "Landscape" : "Portrait") },
  set: {
    Orientation: (sheet, value) => {
      if (value !== "Landscape" && value !== "Portrait") throw badArgument();
      change(sheet, { orientation: value === "Landscape" ? "landscape" : "portrait" });
    },
    // The book prints on A4 and nothing else.
    PaperSize: (_, value) => {
      if (text(value) !== "A4") throw notImplemented(`PageLayout.PaperSize ${text(value)}`);
    },
    Zoom: (sheet, value) => {
      const { horizontalFitToPages, scale } = record(value);
      if (scale !== undefined || typeof horizontalFitToPages !== "number")
        throw notImplemented("PageLayout.Zoom other than so many pages wide");
      change(sheet, { fitToWidth: true, pagesWide: horizontalFitToPages });
    },
  },
  nav: { HeadersFooters: (sheet) => thing("HeaderFooterGroup", sheet) },
  call: {
    SetPrintArea: (sheet, [where], excel) => {
      const { area } = typeof where === "string" ? placeAt(excel.book, sheet, where) : rangeArgument(where);
      change(sheet, { area });
    },
    SetPrintTitleColumns: (sheet, [columns]) => {
      const found = /^\$?A:\$?([A-Z]+)$/.exec(text(columns));
      if (!found) throw notImplemented("PageLayout.setPrintTitleColumns other than from column A");
      change(sheet, { titleColumns: columnIndex(found[1]) + 1 });
    },
    SetPrintTitleRows: (sheet, [rows]) => {
      const found = isThing(rows)
        ? rows.kind === "Range" && { top: rows.of.area.top, bottom: rows.of.area.bottom }
        : /^\$?(\d+):\$?(\d+)$/.exec(text(rows));
      if (!found) throw badArgument();
      const [top, bottom] = Array.isArray(found)
        ? [Number(found[1]) - 1, Number(found[2]) - 1]
        : [found.top, found.bottom];
      change(sheet, { titleTop: top, titleBottom: bottom });
    },
  },
};

export const headerFooterGroup: OfficeClass<BookSheet> = {
  nav: { DefaultForAllPages: (sheet) => thing("HeaderFooter", sheet) },
};

/** The book's files always print "page of pages" below; nothing else is kept. */
export const headerFooter: OfficeClass<BookSheet> = {
  set: {
    CenterFooter: (_, value) => {
      if (text(value) !== "&P / &N") throw notImplemented(`HeaderFooter.CenterFooter ${text(value)}`);
    },
  },
};

export const dataValidation: OfficeClass<RangeTarget> = {
  get: {
    Type: ({ sheet, area: a }) => (sheet.validations.some((each) => contains(each, a)) ? "List" : "None"),
    Rule: ({ sheet, area: a }) => {
      const found = sheet.validations.find((each) => contains(each, a));
      return found
        ? {
            list: {
              inCellDropDown: true,
              source: typeof found.options === "string" ? `=${found.options}` : found.options.join(","),
            },
          }
        : {};
    },
  },
  set: {
    Rule: ({ sheet, area: a }, value) => {
      const list = record(value).list;
      if (!list) throw notImplemented("DataValidation.Rule other than a list");
      const { source } = record(list);
      if (typeof source !== "string") throw notImplemented("DataValidation.Rule with a list of this kind");
      if (source.length > 255) throw badArgument();
      const isRange = source.startsWith("=");
      if (isRange && !parseA1(source.slice(1)))
        throw notImplemented(`DataValidation.Rule with a list from ${source}`);
      const options = isRange ? source.slice(1) : source.split(",").map((each) => each.trim());
      sheet.validations = sheet.validations.filter((each) => !intersection(each, a));
      sheet.validations.push({ ...a, options, strict: true });
      if (sheet.part) sheet.rewritten = true;
    },
    ErrorAlert: ({ sheet, area: a }, value) => {
      const { style, showAlert } = record(value);
      for (const each of sheet.validations) {
        if (contains(a, each)) each.strict = showAlert !== false && style === "Stop";
      }
    },
    IgnoreBlanks: () => undefined,
  },
  call: {
    Clear: ({ sheet, area: a }) => {
      sheet.validations = sheet.validations.filter((each) => !intersection(each, a));
      if (sheet.part) sheet.rewritten = true;
    },
  },
};
