import type { Area } from "../../base/address";
import { areaToA1 } from "../../base/address";

/** Excel takes at most 8192 characters of addresses at once. */
const mostAddresses = 8000;

/** Cells that concern one request: Excel need not keep them, which is a tenth of the payload and saves the request that lets them go. */
export function rangeOf(sheet: Excel.Worksheet, { top, left, bottom, right }: Area): Excel.Range {
  return sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1).untrack();
}

/** Several areas at once (ExcelApi 1.9), by one of the addresses that `addressesOf` gives. */
export function rangesOf(sheet: Excel.Worksheet, addresses: string): Excel.RangeAreas {
  return sheet.getRanges(addresses).untrack();
}

/** The addresses of many areas, as many at once as Excel takes. */
export function addressesOf(areas: readonly Area[]): string[] {
  const groups: string[] = [];
  for (const area of areas) {
    const address = areaToA1(area);
    const last = groups.at(-1);
    if (last !== undefined && last.length + address.length < mostAddresses)
      groups[groups.length - 1] += `,${address}`;
    else groups.push(address);
  }
  return groups;
}
