import type { Calculator } from "../calculate/calculator";
import type { Excel } from "../model/excel";
import { OfficeError } from "../model/office-class";
import type { References } from "./interpreter";
import { answer, newReferences } from "./interpreter";

/** Excel on the web takes and gives at most this many bytes at once. */
export const mostBytes = 5 * 1024 * 1024;

/** One conversation's count of what went over the wire. */
export interface Traffic {
  requests: number;
  bytesIn: number;
  bytesOut: number;
}

/** Makes a request fail, for trying how an add-in bears it. Requests count from 1. */
export interface Fault {
  readonly request: number;
  /** How many actions of it are done first. */
  readonly after: number;
  readonly code: string;
  readonly message: string;
}

export interface Host {
  readonly excel: Excel;
  readonly references: References;
  readonly traffic: Traffic;
  faults: readonly Fault[];
  /** Fetches what works out formulas; null for a host that leaves them as they are. */
  readonly loadCalculator: (() => Promise<Calculator>) | null;
}

export function startHost(excel: Excel, loadCalculator: Host["loadCalculator"] = null): Host {
  return {
    excel,
    loadCalculator,
    references: newReferences(),
    traffic: { requests: 0, bytesIn: 0, bytesOut: 0 },
    faults: [],
  };
}

export type Exchange =
  | { readonly refused: "RequestPayloadSizeLimitExceeded" | "ResponsePayloadSizeLimitExceeded" }
  | { readonly refused: null; readonly body: string };

const encoder = new TextEncoder();
/** Bytes of a text in UTF-8. */
const size = (text: string) => encoder.encode(text).length;

/** Sends one batch to the workbook and gives what comes back, within Excel's limits. */
export function exchange(host: Host, bodyText: string): Exchange {
  const { excel, references, traffic } = host;
  traffic.requests += 1;
  const sent = size(bodyText);
  traffic.bytesIn += sent;
  if (sent > mostBytes) return { refused: "RequestPayloadSizeLimitExceeded" };
  const fault = host.faults.find((each) => each.request === traffic.requests);
  const stop = fault && { after: fault.after, error: new OfficeError(fault.code, fault.message, 500) };
  const body = answer(excel, references, bodyText, stop);
  const received = size(body);
  traffic.bytesOut += received;
  if (received > mostBytes) return { refused: "ResponsePayloadSizeLimitExceeded" };
  return { refused: null, body };
}

/** Makes ready to work out formulas, if the book has any or the request may write one. */
export async function readyToCalculate({ excel, loadCalculator }: Host, bodyText = ""): Promise<void> {
  if (excel.calculator || !loadCalculator) return;
  const { book } = excel;
  if (!book.sheets.some(({ formulas }) => formulas.size > 0) && !bodyText.includes('"=')) return;
  excel.calculator = await loadCalculator();
}
