import type { Issue } from "../../base/issue";
import { issue } from "../../base/issue";

/** What Excel made of a request: a value, or the error that it answered. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly reason: string };

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs a batch in Excel, one after the other: Excel refuses a second while the first is under way. An error that Excel
 * answers becomes a reply; any other is a mistake of ours and is thrown.
 */
export function send<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<Reply<T>> {
  const turn = last.then(async (): Promise<Reply<T>> => {
    try {
      // A cell that the user is still typing in would fail the request; Excel waits for it where it can.
      return { ok: true, value: await Excel.run({ delayForCellEdit: true }, batch) };
    } catch (error) {
      if (!(error instanceof OfficeExtension.Error)) throw error;
      return { ok: false, code: error.code, reason: error.message };
    }
  });
  last = turn.then(
    () => undefined,
    () => undefined,
  );
  return turn;
}

/** Says to the user that Excel refused something. */
export function refusal(action: string, reply: { readonly code: string; readonly reason: string }): Issue {
  return issue("error", "host.refused", { action, reason: `${reply.reason} (${reply.code})` });
}

const sizeCodes: readonly string[] = [
  "RequestPayloadSizeLimitExceeded",
  "ResponsePayloadSizeLimitExceeded",
  "PayloadSizeLimitExceeded",
  "RequestTooLarge",
  "GeneralException",
  "5103",
  "5104",
];

/** Whether a smaller request may succeed: Excel on the web answers a request that is too large in several ways. */
export function mayBeTooLarge(code: string): boolean {
  return sizeCodes.includes(code);
}
