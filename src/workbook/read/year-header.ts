const year = "((?:19|20)\\d\\d)(?:\\s?年度?|\\s?\\[YR\\d{4}\\])?";
const atEnd = new RegExp(`^(.*?)[\\s_\\-–—:,，/（(\\[]*(?<!\\d)${year}\\s*[)\\]）]*$`, "s");
const atStart = new RegExp(`^[（(\\[]?${year}[)\\]）]?[\\s_\\-–—:,，]*(?!\\d)(.+)$`, "s");

/** What a header says without the year that stands at its end or its beginning ("GDP 2020", "2020年GDP", "2020"); null for none. */
export function yearInHeader(header: string): { readonly name: string; readonly year: string } | null {
  const text = header.normalize("NFKC").replace(/\s+/g, " ").trim();
  const end = atEnd.exec(text);
  // "2019-2020" and "2020 to 2021" are spans, "2020Q1" is a quarter.
  if (end)
    return /(19|20)\d\d(\s?(to|至|到|[～~]))?$/i.test(end[1].trim())
      ? null
      : { name: end[1].trim(), year: end[2] };
  const start = atStart.exec(text);
  if (!start || /^[\s_\-–—~～]*(to|至|到|q\d|h\d|m\d|\d)/i.test(start[2])) return null;
  return { name: start[2].trim(), year: start[1] };
}

const date =
  /^((?:19|20)\d\d)(?:[-/.年](?:0?[1-9]|1[0-2])(?:[-/.月]\d{1,2}日?|月)?(?:[ T]\d{1,2}:\d{2}.*)?|\s?\[YR\d{4}\]|年度?)?$/;
const dayFirst = /^\d{1,2}[-/.]\d{1,2}[-/.]((?:19|20)\d\d)$/;

/** The year of a cell in a column of years: a number, a text, a date (as text, or as the day's number that Excel stores); else the cell's own text. */
export function yearOfCell(text: string): string {
  const plain = text.normalize("NFKC").trim();
  const found = date.exec(plain) ?? dayFirst.exec(plain) ?? /^FY\s?((?:19|20)\d\d)$/i.exec(plain);
  if (found) return found[1];
  const serial = Number(plain);
  // Days since 1900: 1927 to 2119. Years themselves are well below.
  if (Number.isFinite(serial) && serial >= 10000 && serial < 80400 && plain !== "")
    return String(new Date(Math.round((Math.floor(serial) - 25569) * 864e5)).getUTCFullYear());
  return plain;
}
