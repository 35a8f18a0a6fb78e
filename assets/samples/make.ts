import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Book } from "../../src/hosts/xlsx/book";
import { writeXlsx } from "../../src/hosts/xlsx/write-xlsx";
import { asemBook } from "./asem";
import { citiesBook } from "./cities";
import { hdiBook } from "./hdi";
import { templateBook } from "./template";

const read = (file: string) => readFileSync(join(__dirname, "source", file), "utf8");

/** Every sample by file name, made from the data under source/. */
const samples: Readonly<Record<string, () => Book>> = {
  "hdi-2025.xlsx": () => hdiBook(read("hdi/HDR25.csv"), "2025"),
  "asem.xlsx": () => asemBook(read("asem/ASEM_iData.csv"), read("asem/ASEM_iMeta.csv")),
  "city-governance.xlsx": () => citiesBook(read("cities/cities.csv"), read("city-governance/framework.csv")),
  "template.xlsx": templateBook,
};

for (const [file, make] of Object.entries(samples)) writeFileSync(join(__dirname, file), writeXlsx(make()));
