/** The arguments of the function that a formula consists of, parted at the commas that are in no text and no bracket. */
export function argumentsOf(formula: string): string[] {
  const inside = formula.slice(formula.indexOf("(") + 1, formula.lastIndexOf(")"));
  const found: string[] = [];
  let depth = 0;
  let quote = "";
  let from = 0;
  for (let i = 0; i < inside.length; i += 1) {
    const letter = inside[i];
    if (quote) {
      if (letter === quote) quote = "";
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === "(" || letter === "{") depth += 1;
    else if (letter === ")" || letter === "}") depth -= 1;
    else if (letter === "," && depth === 0) {
      found.push(inside.slice(from, i));
      from = i + 1;
    }
  }
  return [...found, inside.slice(from)];
}

/** Whether a formula is a link and nothing else: it shows its last argument and leads to its first. */
export const isLinkFormula = (formula: string) => /^=\s*HYPERLINK\(.*\)$/is.test(formula);
