import type { Locale } from "../../base/label";
import { texts } from "../../messages/say";
import type { SheetDocument } from "../document";
import { addTable, finish, newDraft } from "./draft";

/** A name as a sheet writes it and the unit it means; no unit for a name that is none. */
export interface NamePair {
  readonly found: string;
  readonly unit: string;
}

/** The sheet on which confirmed names are kept. */
export function nameMatchesSheet(pairs: readonly NamePair[], locale: Locale): SheetDocument {
  const { nameMatches, names } = texts(locale).sheet;
  const draft = newDraft(nameMatches.title, nameMatches.subtitle, "");
  addTable(draft, "NameMatches", [
    { header: nameMatches.found, width: 36, cells: pairs.map(({ found }) => found) },
    { header: nameMatches.unit, width: 36, cells: pairs.map(({ unit }) => unit) },
  ]);
  return finish(draft, { kind: "name-matches", name: names["name-matches"], freezeColumns: 0 });
}
