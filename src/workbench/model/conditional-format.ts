import type { ConditionalFormat } from "../../workbook/document";
import type { FormatDraft, OfficeClass, RangeTarget } from "./office-class";
import { badArgument, colour, notFound, notImplemented, record, text, thing, whole } from "./office-class";
import { contains, intersection } from "./place";

let count = 0;

/** Puts the draft's format in the book once it says enough, in the place of what stood there. */
function place(draft: FormatDraft, format: ConditionalFormat): void {
  const list = draft.sheet.conditionalFormats;
  const at = draft.placed ? list.indexOf(draft.placed) : -1;
  if (at < 0) list.push(format);
  else list[at] = format;
  draft.placed = format;
  if (draft.sheet.part) draft.sheet.rewritten = true;
}

/** A bound that is a plain number; lowest and highest are the book's default. */
function boundOf(value: unknown, open: readonly string[]): number | undefined {
  const { type, formula } = record(value);
  if (open.includes(text(type))) return undefined;
  const bound = Number(String(formula ?? "").replace(/^=/, ""));
  if (type !== "Number" || formula === undefined || !Number.isFinite(bound)) {
    throw notImplemented(`a data bar bound of type ${String(type)} with the formula ${String(formula)}`);
  }
  return bound;
}

export const conditionalFormats: OfficeClass<RangeTarget> = {
  items: ({ sheet, area: a }) =>
    sheet.conditionalFormats
      .filter((each) => intersection(each, a))
      .map((each, index) => thing("ConditionalFormat", draftOf(sheet, each, index))),
  call: {
    GetCount: ({ sheet, area: a }) => sheet.conditionalFormats.filter((each) => intersection(each, a)).length,
    GetItemAt: ({ sheet, area: a }, [index]) => {
      const found = sheet.conditionalFormats.filter((each) => intersection(each, a))[whole(index)];
      if (!found) throw notFound();
      return thing("ConditionalFormat", draftOf(sheet, found, whole(index)));
    },
    Add: ({ sheet, area: a }, [type]) => {
      if (type !== "DataBar" && type !== "ColorScale" && type !== "CellValue") {
        throw notImplemented(`ConditionalFormatCollection.Add(${String(type)})`);
      }
      count += 1;
      const draft: FormatDraft = {
        sheet,
        area: a,
        id: `{cf-${count}}`,
        type,
        parts: { fill: "#ffffff", colour: "#000000", text: null },
        placed: null,
      };
      if (type === "DataBar") place(draft, { ...a, kind: "data-bar", colour: "#638ec6" });
      if (type === "ColorScale")
        place(draft, { ...a, kind: "colour-scale", low: "#f8696b", high: "#63be7b" });
      return thing("ConditionalFormat", draft);
    },
    ClearAll: ({ sheet, area: a }) => {
      sheet.conditionalFormats = sheet.conditionalFormats.filter((each) => !contains(a, each));
      if (sheet.part) sheet.rewritten = true;
    },
  },
};

function draftOf(sheet: FormatDraft["sheet"], format: ConditionalFormat, index: number): FormatDraft {
  const { top, left, bottom, right } = format;
  const type =
    format.kind === "data-bar" ? "DataBar" : format.kind === "colour-scale" ? "ColorScale" : "CellValue";
  const parts =
    format.kind === "text-is"
      ? { fill: format.fill, colour: format.colour, text: format.text }
      : { fill: "#ffffff", colour: "#000000", text: null };
  return { sheet, area: { top, left, bottom, right }, id: `{cf@${index}}`, type, parts, placed: format };
}

export const conditionalFormat: OfficeClass<FormatDraft> = {
  id: ({ id }) => id,
  get: { Id: ({ id }) => id, Type: ({ type }) => type, Priority: () => 0 },
  nav: {
    DataBar: (draft) => thing("DataBarConditionalFormat", must(draft, "DataBar")),
    ColorScale: (draft) => thing("ColorScaleConditionalFormat", must(draft, "ColorScale")),
    CellValue: (draft) => thing("CellValueConditionalFormat", must(draft, "CellValue")),
  },
  call: {
    GetRange: ({ sheet, area }) => thing("Range", { sheet, area }),
    Delete: (draft) => {
      draft.sheet.conditionalFormats = draft.sheet.conditionalFormats.filter((each) => each !== draft.placed);
    },
  },
};

function must(draft: FormatDraft, type: FormatDraft["type"]): FormatDraft {
  if (draft.type !== type) throw notFound();
  return draft;
}

function changeBar(draft: FormatDraft, change: { colour?: string; min?: number; max?: number }): void {
  if (draft.placed?.kind === "data-bar") place(draft, { ...draft.placed, ...change });
}

export const dataBar: OfficeClass<FormatDraft> = {
  set: {
    LowerBoundRule: (draft, value) => changeBar(draft, { min: boundOf(value, ["LowestValue", "Automatic"]) }),
    UpperBoundRule: (draft, value) =>
      changeBar(draft, { max: boundOf(value, ["HighestValue", "Automatic"]) }),
    BarDirection: (_, value) => {
      if (value === "RightToLeft") throw notImplemented("DataBarConditionalFormat.BarDirection RightToLeft");
    },
  },
  nav: { PositiveFormat: (draft) => thing("ConditionalDataBarPositiveFormat", draft) },
};

export const dataBarPositive: OfficeClass<FormatDraft> = {
  set: {
    FillColor: (draft, value) => changeBar(draft, { colour: colour(value) }),
    // Bars are drawn plain.
    GradientFill: (_, value) => {
      if (value === true) throw notImplemented("ConditionalDataBarPositiveFormat.GradientFill true");
    },
  },
};

export const colourScale: OfficeClass<FormatDraft> = {
  set: {
    Criteria: (draft, value) => {
      const { minimum, midpoint, maximum } = record(value);
      const low = record(minimum);
      const high = record(maximum);
      if (low.type !== "LowestValue" || high.type !== "HighestValue") {
        throw notImplemented("ColorScaleConditionalFormat.Criteria other than lowest to highest");
      }
      const middle = midpoint === undefined || midpoint === null ? undefined : colour(record(midpoint).color);
      place(draft, {
        ...draft.area,
        kind: "colour-scale",
        low: colour(low.color),
        high: colour(high.color),
        ...(middle && { middle }),
      });
    },
  },
};

function placeText(draft: FormatDraft): void {
  const { fill, colour: ink, text: wanted } = draft.parts;
  if (wanted !== null) place(draft, { ...draft.area, kind: "text-is", text: wanted, fill, colour: ink });
}

export const cellValueFormat: OfficeClass<FormatDraft> = {
  set: {
    Rule: (draft, value) => {
      const { operator, formula1 } = record(value);
      const found = /^="((?:[^"]|"")*)"$/s.exec(String(formula1));
      if (operator !== "EqualTo" || !found) {
        throw notImplemented(`CellValueConditionalFormat.Rule ${String(operator)} ${String(formula1)}`);
      }
      if (found[1].length > 255) throw badArgument();
      draft.parts.text = found[1].replaceAll('""', '"');
      placeText(draft);
    },
  },
  nav: { Format: (draft) => thing("ConditionalRangeFormat", draft) },
};

export const conditionalRangeFormat: OfficeClass<FormatDraft> = {
  nav: {
    Fill: (draft) => thing("ConditionalRangeFill", draft),
    Font: (draft) => thing("ConditionalRangeFont", draft),
  },
};

export const conditionalFill: OfficeClass<FormatDraft> = {
  set: {
    Color: (draft, value) => {
      draft.parts.fill = colour(value);
      placeText(draft);
    },
  },
};

export const conditionalFont: OfficeClass<FormatDraft> = {
  set: {
    Color: (draft, value) => {
      draft.parts.colour = colour(value);
      placeText(draft);
    },
  },
};
