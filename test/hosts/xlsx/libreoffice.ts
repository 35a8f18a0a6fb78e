import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Book } from "../../../src/hosts/xlsx/book";
import { readXlsx } from "../../../src/hosts/xlsx/read-xlsx";
import { writeXlsx } from "../../../src/hosts/xlsx/write-xlsx";

const present = spawnSync("soffice", ["--version"]).status === 0;
if (!present) console.warn("LibreOffice (soffice) is not installed here: what we write is not opened in it.");

/** Tests that want another spreadsheet's opinion; passed over, with a word, where there is none. */
export const describeLibreOffice = present ? describe : describe.skip;

/** A folder for this test file, with LibreOffice's profile in it; gone at the end. */
export function libreOfficeFolder(): () => string {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "scorebook-office-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => folder;
}

/** Opens a book in LibreOffice, lets it calculate and save, and reads what it saved. */
export function throughLibreOffice(book: Book, folder: string, name: string): Book {
  const file = join(folder, `${name}.xlsx`);
  writeFileSync(file, writeXlsx(book));
  const profile = pathToFileURL(join(folder, "profile")).href;
  const out = join(folder, "saved");
  execFileSync(
    "soffice",
    [
      `-env:UserInstallation=${profile}`,
      "--headless",
      "--convert-to",
      "xlsx:Calc MS Excel 2007 XML",
      "--outdir",
      out,
      file,
    ],
    { stdio: "ignore", timeout: 100000 },
  );
  const outcome = readXlsx(readFileSync(join(out, `${name}.xlsx`)));
  if (!outcome.ok) throw new Error("LibreOffice saved nothing that can be read");
  return outcome.value;
}
