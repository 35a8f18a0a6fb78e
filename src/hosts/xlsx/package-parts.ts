import { strFromU8, strToU8 } from "fflate";
import { attribute, scanXml } from "./xml";

/** An open package: part name (without a leading slash) → bytes. */
export type Parts = Record<string, Uint8Array>;

export interface Relation {
  readonly id: string;
  /** The last word of the type's address: "worksheet", "styles", "table". Strict and transitional files agree in it. */
  readonly type: string;
  /** The part it leads to; the address itself when it leads outside the package. */
  readonly target: string;
  readonly external: boolean;
}

export function partText(parts: Readonly<Parts>, name: string): string {
  const bytes = parts[name];
  return bytes ? strFromU8(bytes) : "";
}

export function setPartText(parts: Parts, name: string, text: string): void {
  parts[name] = strToU8(text);
}

/** "xl/worksheets/sheet1.xml" → "xl/worksheets/_rels/sheet1.xml.rels". */
export function relationsPart(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The relations of a part; those of the package for "". */
export function readRelations(parts: Readonly<Parts>, part: string): Relation[] {
  const relations: Relation[] = [];
  scanXml(partText(parts, relationsPart(part)), {
    open(tag, attributes) {
      if (tag !== "Relationship") return;
      const external = attribute(attributes, "TargetMode") === "External";
      const target = attribute(attributes, "Target") ?? "";
      relations.push({
        id: attribute(attributes, "Id") ?? "",
        type: (attribute(attributes, "Type") ?? "").split("/").pop() ?? "",
        target: external ? target : resolvePart(part, target),
        external,
      });
    },
  });
  return relations;
}

/** A relation's target, which is written relative to the folder of its part. */
export function resolvePart(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

/** Every part that relations lead to, starting at the package's own. */
export function reachableParts(parts: Readonly<Parts>): Set<string> {
  const reached = new Set<string>();
  const waiting = [""];
  while (waiting.length) {
    const part = waiting.pop()!;
    for (const relation of readRelations(parts, part)) {
      if (relation.external || reached.has(relation.target) || !parts[relation.target]) continue;
      reached.add(relation.target);
      waiting.push(relation.target);
    }
  }
  return reached;
}

/** "xl/worksheets/sheet7.xml" when six are taken. */
export function freePart(parts: Readonly<Parts>, stem: string): string {
  let number = 1;
  while (parts[`${stem}${number}.xml`]) number += 1;
  return `${stem}${number}.xml`;
}
