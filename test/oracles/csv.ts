import { readFileSync } from "node:fs";
import path from "node:path";

/** A CSV file as rows by header. Quoted cells may hold commas and line breaks. */
export function readCsv(file: string): Record<string, string>[] {
  const text = readFileSync(file, "utf8").replace(/^\ufeff/, "");
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const letter = text[i];
    if (letter === '"') {
      if (quoted && text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = !quoted;
    } else if (letter === "," && !quoted) {
      rows[rows.length - 1].push(cell);
      cell = "";
    } else if (letter === "\n" && !quoted) {
      rows[rows.length - 1].push(cell.replace(/\r$/, ""));
      rows.push([]);
      cell = "";
    } else cell += letter;
  }
  if (cell !== "" || rows[rows.length - 1].length > 0) rows[rows.length - 1].push(cell);
  const [header, ...body] = rows.filter((row) => row.length > 1 || row[0]);
  return body.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ""])));
}

export function oracle(name: string): Record<string, string>[] {
  return readCsv(path.join(__dirname, "coinr", name));
}

export function json(name: string): { input: never; output: never } {
  return JSON.parse(readFileSync(path.join(__dirname, "others", name), "utf8"));
}

/** A number, or NaN for an empty cell. */
export function number(cell: string | undefined): number {
  return cell === undefined || cell === "" || cell === "NA" ? NaN : Number(cell);
}
