import { locales, nearestLocale, type Locale } from "../base/label";
import { supports } from "../hosts/excel/requirement";
import { sampleAddress, type Sample } from "../taskpane/sample";
import type { ThemeName } from "../taskpane/ui/theme";

/** Everything asked of Office that is not the workbook: language, theme, the pane's place, samples. */

const languageKey = "scorebook.language";

/** The language picked in the pane before, else Office's own. */
export function startLocale(): Locale {
  const picked = localStorage.getItem(storageKey());
  return locales.find((each) => each === picked) ?? nearestLocale(Office.context.displayLanguage ?? "en");
}

export function rememberLanguage(locale: Locale): void {
  localStorage.setItem(storageKey(), locale);
}

/** Excel on the web gives each of its sites storage of its own; the key says whose it is. */
function storageKey(): string {
  return (Office.context.partitionKey ?? "") + languageKey;
}

/** Office's theme; a page that plays Excel names one in its address. */
export function themeNow(): ThemeName {
  const asked = new URLSearchParams(location.search).get("theme");
  if (asked === "dark" || asked === "contrast" || asked === "light") return asked;
  const office = Office.context.officeTheme;
  if (!office?.bodyBackgroundColor) return "light";
  if (matchMedia("(forced-colors: active)").matches) return "contrast";
  return isDark(office.bodyBackgroundColor) ? "dark" : "light";
}

/** By luminance, since older Office tells no more than its colours. */
function isDark(colour: string): boolean {
  const [red, green, blue] = (colour.match(/[0-9a-f]{2}/gi) ?? []).map((part) => parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/** Shows the pane beside the sheet; false where Excel has no shared runtime to do so. */
export async function showPane(): Promise<boolean> {
  if (!Office.context.requirements.isSetSupported("SharedRuntime", "1.1")) return false;
  await Office.addin.showAsTaskpane();
  return true;
}

/** Opens a workbook that stands beside the page, in a window of its own; the answer is why not, or null. */
export async function openSample(sample: Sample): Promise<string | null> {
  const address = sampleAddress(sample);
  if (!supports("1.8")) return "ExcelApi 1.8";
  const response = await fetch(address);
  if (!response.ok) return `${address}: ${response.status} ${response.statusText}`;
  try {
    await Excel.createWorkbook(base64(new Uint8Array(await response.arrayBuffer())));
  } catch (reason) {
    if (reason instanceof OfficeExtension.Error) return reason.message;
    throw reason;
  }
  return null;
}

function base64(bytes: Uint8Array): string {
  const block = 0x8000;
  let text = "";
  for (let start = 0; start < bytes.length; start += block) {
    text += String.fromCharCode(...bytes.subarray(start, start + block));
  }
  return btoa(text);
}

/** This moment with the reader's own offset, as a run log should have it. */
export function now(): string {
  const moment = new Date();
  const offset = -moment.getTimezoneOffset();
  const two = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, "0");
  const local = new Date(moment.getTime() + offset * 60000).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? "-" : "+"}${two(offset / 60)}:${two(offset % 60)}`;
}
