import {
  partText,
  readRelations,
  relationsPart,
  setPartText,
  type Parts,
  type Relation,
} from "./package-parts";
import { childElements, encodeText, prefixOf, withPrefix } from "./xml";

export const mainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const relationNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageNamespace = "http://schemas.openxmlformats.org/package/2006";

/** Files of the strict kind give every namespace another address. */
export function isStrict(parts: Parts): boolean {
  return Object.keys(parts).some(
    (name) =>
      /workbook\.xml$/.test(name) &&
      partText(parts, name).includes("http://purl.oclc.org/ooxml/spreadsheetml"),
  );
}

export function inNamespaces(xml: string, strict: boolean): string {
  return strict
    ? xml
        .replaceAll(mainNamespace, "http://purl.oclc.org/ooxml/spreadsheetml/main")
        .replaceAll(relationNamespace, "http://purl.oclc.org/ooxml/officeDocument/relationships")
        .replaceAll(
          "http://schemas.openxmlformats.org/drawingml/2006/",
          "http://purl.oclc.org/ooxml/drawingml/",
        )
    : xml;
}

export function newRelation(relations: readonly Relation[], type: string, target: string): Relation {
  let number = relations.length + 1;
  while (relations.some((relation) => relation.id === `rId${number}`)) number += 1;
  return { id: `rId${number}`, type, target, external: false };
}

/** Relations that stay keep their element; new ones are appended, with the package's own address of the target. */
export function writeRelations(parts: Parts, part: string, relations: readonly Relation[]): void {
  const name = relationsPart(part);
  const xml = partText(parts, name);
  if (!xml && relations.length === 0) return;
  const prefix = prefixOf(xml, "Relationships");
  const kept: string[] = [];
  const ids = new Set<string>();
  const children = xml ? childElements(xml) : [];
  readRelations(parts, part).forEach(({ id, type, target }, i) => {
    const stays = relations.some((each) => each.id === id && each.type === type && each.target === target);
    if (!stays) return;
    ids.add(id);
    kept.push(xml.slice(children[i].start, children[i].end));
  });
  if (xml && kept.length === children.length && ids.size === relations.length) return;
  const strict = isStrict(parts);
  for (const relation of relations) {
    if (ids.has(relation.id)) continue;
    const target = relation.external ? relation.target : `/${relation.target}`;
    const type = inNamespaces(`${relationNamespace}/${relation.type}`, strict);
    const mode = relation.external ? ' TargetMode="External"' : "";
    const element = `<Relationship Id="${relation.id}" Type="${type}" Target="${encodeText(target)}"${mode}/>`;
    kept.push(withPrefix(element, prefix));
  }
  const open = /<(?:\w+:)?Relationships[^>]*?(?=\/?>)/.exec(xml);
  const head = open
    ? xml.slice(0, open.index) + open[0]
    : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${packageNamespace}/relationships"`;
  setPartText(parts, name, `${head}>${kept.join("")}</${prefix}Relationships>`);
}
