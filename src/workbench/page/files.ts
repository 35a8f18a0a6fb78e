import type { Outcome } from "../../base/outcome";
import type { Book } from "../../hosts/xlsx/book";
import { addSheet, newBook } from "../../hosts/xlsx/book";
import { readXlsx } from "../../hosts/xlsx/read-xlsx";
import { writeXlsx } from "../../hosts/xlsx/write-xlsx";
import { element } from "./element";

export interface OpenFile {
  readonly name: string;
  readonly book: Book;
}

export function blankFile(): OpenFile {
  const book = newBook();
  addSheet(book, "Sheet1");
  return { name: "Workbook.xlsx", book };
}

function opened(name: string, bytes: Uint8Array): Outcome<OpenFile> {
  const read = readXlsx(bytes);
  return read.ok ? { ...read, value: { name, book: read.value } } : read;
}

/** Lets the user pick a file; null when they think better of it. */
export function pickFile(): Promise<Outcome<OpenFile> | null> {
  return new Promise((resolve) => {
    const input = element("input", { type: "file", accept: ".xlsx" });
    input.addEventListener("cancel", () => resolve(null));
    input.addEventListener("change", async () => {
      const [file] = input.files ?? [];
      resolve(file ? opened(file.name, new Uint8Array(await file.arrayBuffer())) : null);
    });
    input.click();
  });
}

/** A workbook that stands beside the page. */
export async function fetchFile(address: string): Promise<Outcome<OpenFile>> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
  return opened(address.split("/").at(-1) ?? address, new Uint8Array(await response.arrayBuffer()));
}

export function openBase64(base64: string): Outcome<OpenFile> {
  return opened(
    "Workbook2.xlsx",
    Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
  );
}

/** Hands the workbook to the browser as a file. */
export function saveFile({ name, book }: OpenFile): void {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const address = URL.createObjectURL(new Blob([writeXlsx(book) as BlobPart], { type }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
