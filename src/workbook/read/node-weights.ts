import type { CellRange } from "../../base/address";
import { issue, type Issue } from "../../base/issue";
import type { Study } from "../../engine/index";
import { splitOutside } from "./parse-method";
import { sameName } from "./words";

/**
 * Reads "Economy=0.4; Society=60%": weights of all first-level nodes, by name or code. Null, with an issue, where one is not
 * known, is no weight, or is not there: weights in part would say something else than what was meant.
 */
export function readNodeWeights(
  text: string,
  study: Study | null,
  at: CellRange,
  issues: Issue[],
): Readonly<Record<string, number>> | null {
  if (!study) return null;
  const nodes = study.nodes.filter(({ level }) => level === 1);
  const weights: Record<string, number> = {};
  const refuse = (found: string, expected: string) => {
    issues.push(
      issue("error", "setting.bad-value", { setting: "first-level weights", found, expected }, {}, at),
    );
    return null;
  };
  for (const part of splitOutside(text.normalize("NFKC"), /[;\n]/)) {
    const [, name, written] = /^\s*(.+?)\s*[=:]\s*([^=:]*?)\s*$/s.exec(part) ?? [];
    const known = nodes.find(
      (node) => name && [node.name, node.code].some((each) => sameName(each) === sameName(name)),
    );
    if (!known) return refuse(part.trim(), nodes.map((node) => node.name).join(", "));
    const weight = /%$/.test(written) ? Number(written.slice(0, -1)) / 100 : Number(written);
    if (written === "" || !(weight >= 0 && weight < Infinity))
      return refuse(part.trim(), `${known.name}=0.4`);
    weights[known.name] = weight;
  }
  const absent = nodes.filter(({ name }) => !(name in weights));
  if (absent.length > 0) return refuse(text, absent.map(({ name }) => `${name}=…`).join("; "));
  return Object.values(weights).some((weight) => weight > 0) ? weights : refuse(text, "> 0");
}

/** The text that `readNodeWeights` reads back; blank for none. */
export function writeNodeWeights(weights: Readonly<Record<string, number>> | null): string {
  return Object.entries(weights ?? {})
    .map(([name, weight]) => `${name}=${Math.round(weight * 1e6) / 1e6}`)
    .join("; ");
}
