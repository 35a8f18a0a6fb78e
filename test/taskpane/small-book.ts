import type { Cell } from "../../src/base/table";
import { addSheet, newBook, setValue, type Book } from "../../src/hosts/xlsx/book";

/** Twelve towns in two regions, four indicators under two heads. */
export function smallBook(): Book {
  const book = newBook();
  fillSheet(book, "Indicators", [
    ["Code", "Name", "Parent", "Weight", "Direction"],
    ["L", "Living", null, 0.6, null],
    ["W", "Work", null, 0.4, null],
    ["air", "Air", "L", 0.5, "negative"],
    ["parks", "Parks", "L", 0.5, "positive"],
    ["jobs", "Jobs", "W", 0.7, "positive"],
    ["pay", "Pay", "W", 0.3, "positive"],
  ]);
  fillSheet(book, "Data", [
    ["Name", "Region", "Air", "Parks", "Jobs", "Pay"],
    ...Array.from({ length: 12 }, (_, i) => [
      `Town ${i + 1}`,
      i % 2 ? "North" : "South",
      20 + ((i * 7) % 12),
      10 + i,
      50 + ((i * 5) % 12),
      3000 + i * 10,
    ]),
  ]);
  return book;
}

export function fillSheet(book: Book, name: string, rows: readonly (readonly Cell[])[]): void {
  const sheet = addSheet(book, name);
  rows.forEach((row, r) => row.forEach((value, c) => setValue(sheet, r, c, value)));
}
