import type { Locale } from "../../base/label";
import { texts } from "../../messages/say";
import { fold } from "../read/words";
import { yearInHeader } from "../read/year-header";
import type { ProposedColumn } from "./proposal";

const generic = /^(sheet|工作表|表|附表|feuil|tabelle|hoja|data|数据|table|原始数据|raw)[\s\d().\-–]*$/i;
const numbered = /^(table|表|附表)\s*[\d.\-–]+[.:：\s]\s*(?=\S)/i;

/** The sheet's name when it is one; never the name of a column. */
export function indexNameOf(sheet: string, columns: readonly ProposedColumn[], locale: Locale): string {
  const plain = sheet.normalize("NFKC").trim().replace(numbered, "");
  const { indexName } = texts(locale).sheet;
  const own = generic.test(plain) || yearInHeader(plain) ? indexName : plain;
  const isTaken = columns.some(({ name, parent }) => [name, parent].some((text) => fold(text) === fold(own)));
  return isTaken && own !== indexName ? `${own} ${indexName}` : own;
}
