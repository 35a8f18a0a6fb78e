import type { Book, BookName } from "../../hosts/xlsx/book";
import { findSheet } from "../../hosts/xlsx/book";
import type { Excel } from "./excel";
import type { NameTarget, NamesTarget, OfficeClass } from "./office-class";
import { OfficeError, badArgument, flag, isThing, notFound, nullObject, text, thing } from "./office-class";
import { addressOf, placeAt } from "./place";

const listOf = ({ sheet }: NamesTarget, book: Book): BookName[] => sheet?.names ?? book.names;

function findName(of: NamesTarget, key: unknown, book: Book): BookName | undefined {
  const wanted = text(key).toLowerCase();
  return listOf(of, book).find((each) => each.name.toLowerCase() === wanted);
}

export const namedItems: OfficeClass<NamesTarget> = {
  items: (of, excel) => listOf(of, excel.book).map((name) => thing("NamedItem", { ...of, name })),
  item: (of, key, excel) => {
    const name = findName(of, key, excel.book);
    if (!name) throw notFound();
    return thing("NamedItem", { ...of, name });
  },
  call: {
    GetCount: (of, _, excel) => listOf(of, excel.book).length,
    GetItem: (of, [key], excel) => namedItems.item!(of, key, excel),
    GetItemOrNullObject: (of, [key], excel) => {
      const name = findName(of, key, excel.book);
      return name ? thing("NamedItem", { ...of, name }) : nullObject;
    },
    Add: (of, [name, reference], excel) => {
      const given = text(name);
      // A name begins with a letter or underscore, has no spaces and is no cell address.
      if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(given) || /^[A-Z]{1,3}\d+$/i.test(given))
        throw badArgument();
      if (findName(of, given, excel.book)) {
        throw new OfficeError(
          "ItemAlreadyExists",
          "A resource with the same name or identifier already exists.",
          409,
        );
      }
      const added: BookName = { name: given, formula: formulaOf(reference), visible: true };
      listOf(of, excel.book).push(added);
      touched(of);
      return thing("NamedItem", { ...of, name: added });
    },
  },
};

function touched({ sheet }: NamesTarget): void {
  if (sheet?.part) sheet.rewritten = true;
}

function formulaOf(reference: unknown): string {
  if (isThing(reference) && reference.kind === "Range") return `=${addressOf(reference.of)}`;
  const formula = text(reference);
  if (!formula.startsWith("=")) throw badArgument();
  // Excel takes no text constant of more than 255 characters in a formula.
  for (const [constant] of formula.matchAll(/"(?:[^"]|"")*"/g))
    if (constant.length - 2 > 255) throw badArgument();
  return formula;
}

const textConstant = (formula: string) => /^="((?:[^"]|"")*)"$/s.exec(formula)?.[1].replaceAll('""', '"');

function rangeOf({ name, sheet }: NameTarget, excel: Excel) {
  const address = name.formula.slice(1);
  const on = sheet ?? excel.book.sheets[0];
  const named =
    address.includes("!") &&
    findSheet(excel.book, address.slice(0, address.lastIndexOf("!")).replace(/^'|'$/g, ""));
  if (!named || !/!\$?[A-Z]{1,3}\$?\d+(:\$?[A-Z]{1,3}\$?\d+)?$/i.test(address)) return null;
  return thing("Range", placeAt(excel.book, on, address));
}

export const namedItem: OfficeClass<NameTarget> = {
  get: {
    Name: ({ name }) => name.name,
    Formula: ({ name }) => name.formula,
    Value: ({ name }) => textConstant(name.formula) ?? name.formula,
    Visible: ({ name }) => name.visible,
    Scope: ({ sheet }) => (sheet ? "Worksheet" : "Workbook"),
    Type: ({ name }) => (textConstant(name.formula) === undefined ? "Range" : "String"),
    Comment: () => "",
  },
  set: {
    Formula: (of, value) => {
      of.name.formula = formulaOf(value);
      touched(of);
    },
    Visible: (of, value) => {
      of.name.visible = flag(value);
      touched(of);
    },
  },
  call: {
    Delete: (of, _, excel) => {
      const list = listOf(of, excel.book);
      list.splice(list.indexOf(of.name), 1);
      touched(of);
    },
    GetRange: (of, _, excel) => {
      const range = rangeOf(of, excel);
      if (!range) throw notFound();
      return range;
    },
    GetRangeOrNullObject: (of, _, excel) => rangeOf(of, excel) ?? nullObject,
  },
};
