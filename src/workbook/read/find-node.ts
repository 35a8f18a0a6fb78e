import type { Node } from "../../engine/index";
import { sameName } from "./words";

/** The nodes, of those given by index, that a text names: by code, else by name. */
export function nodesNamed(text: string, nodes: readonly Node[], among: readonly number[]): number[] {
  const wanted = sameName(text);
  if (wanted === "") return [];
  const byCode = among.filter((k) => nodes[k].code !== "" && sameName(nodes[k].code) === wanted);
  return byCode.length > 0 ? byCode : among.filter((k) => sameName(nodes[k].name) === wanted);
}

/** A sheet's name after one of the words that tell its kind; null when it begins with none. "判断矩阵-李" → "李". */
export function nameAfter(sheet: string, words: readonly string[]): string | null {
  const name = sheet.normalize("NFKC").trim();
  const word = words.find((each) => name.toLowerCase().startsWith(each));
  if (word === undefined) return null;
  const rest = name.slice(word.length);
  // "ahperture" is no sheet of judgements.
  if (/^[a-z]/i.test(rest) && /[a-z]$/i.test(word)) return null;
  return rest.replace(/^[\s\-–—_·:.(]+|[\s)]+$/g, "");
}
