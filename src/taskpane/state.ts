import type { Issue } from "../base/issue";
import type { Locale } from "../base/label";
import type { Result, Robustness } from "../engine/index";
import type { CheckReport, Phase, ScoreReport } from "../tasks/index";
import type { WrittenSheet } from "../workbook/port";
import type { Proposal } from "../workbook/prepare/proposal";

export type Tab = "check" | "method" | "results" | "robustness";
export type Job = "score" | "remove" | "setting" | "sample" | "propose" | "prepare" | "names";

/** How a job ended well; shown until the next begins. */
export type Ending =
  | { readonly kind: "scored"; readonly written: readonly WrittenSheet[] }
  | { readonly kind: "cancelled" }
  | { readonly kind: "removed"; readonly sheets: readonly string[] }
  | { readonly kind: "checked" }
  | { readonly kind: "set" }
  | { readonly kind: "named" }
  | { readonly kind: "proposed" }
  | { readonly kind: "prepared"; readonly written: readonly WrittenSheet[] }
  | { readonly kind: "opened" };

/** How it ended badly: what happened is in the issues, or in `detail` when the program itself broke. */
export interface Failure {
  readonly kind:
    | "refused"
    | "interrupted"
    | "not-removed"
    | "not-set"
    | "not-opened"
    | "not-shown"
    | "not-prepared"
    | "not-named"
    | "broken";
  readonly issues: readonly Issue[];
  readonly written: readonly WrittenSheet[];
  readonly detail: string;
}

/** What the pane is doing now. */
export type Work =
  | { readonly stage: "idle" }
  | { readonly stage: "reading" }
  | { readonly stage: "ready" }
  | {
      readonly stage: "running";
      readonly job: Job;
      readonly phase: Phase;
      readonly share: number;
      readonly cancelling: boolean;
    }
  | { readonly stage: "done"; readonly ending: Ending }
  | { readonly stage: "failed"; readonly failure: Failure };

/** The last run that produced scores, and when. */
export interface Scored {
  readonly result: Result;
  /** How sure it is; null where nobody asked. */
  readonly robustness: Robustness | null;
  readonly written: readonly WrittenSheet[];
  /** Of the input that the result was computed from. */
  readonly fingerprint: string;
  readonly at: string;
}

export interface PaneState {
  readonly locale: Locale;
  readonly tab: Tab;
  /** The last look at the workbook; null before the first. */
  readonly check: CheckReport | null;
  readonly scored: Scored | null;
  /** What a plain table is to become, while the user looks it over; null otherwise. */
  readonly proposal: Proposal | null;
  readonly work: Work;
}

export type PaneEvent =
  | { readonly type: "language"; readonly locale: Locale }
  | { readonly type: "tab"; readonly tab: Tab }
  | { readonly type: "reading" }
  /** A look at the workbook; `asked` by the user, or made because something may have changed. */
  | { readonly type: "checked"; readonly check: CheckReport; readonly asked: boolean }
  | { readonly type: "started"; readonly job: Job }
  | { readonly type: "progressed"; readonly phase: Phase; readonly share: number }
  | { readonly type: "cancelling" }
  | { readonly type: "scored"; readonly report: ScoreReport; readonly at: string }
  /** A proposal to look over, or changed by the user; null puts it away. */
  | { readonly type: "proposal"; readonly proposal: Proposal | null }
  | { readonly type: "ended"; readonly ending: Ending }
  | { readonly type: "failed"; readonly failure: Failure };

export function initialState(locale: Locale): PaneState {
  return { locale, tab: "check", check: null, scored: null, proposal: null, work: { stage: "idle" } };
}

export function failure(kind: Failure["kind"], issues: readonly Issue[], detail = ""): Failure {
  return { kind, issues, written: [], detail };
}

/** The next state; what does not fit the present one (progress of a run that has ended) changes nothing. */
export function reduce(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case "language":
      return { ...state, locale: event.locale };
    case "tab":
      return { ...state, tab: event.tab };
    case "reading":
      return state.work.stage === "running" ? state : { ...state, work: { stage: "reading" } };
    case "checked":
      return afterCheck(state, event.check, event.asked);
    case "started":
      return {
        ...state,
        work: { stage: "running", job: event.job, phase: "reading", share: 0, cancelling: false },
      };
    case "progressed":
      return state.work.stage === "running"
        ? { ...state, work: { ...state.work, phase: event.phase, share: event.share } }
        : state;
    case "cancelling":
      return state.work.stage === "running" ? { ...state, work: { ...state.work, cancelling: true } } : state;
    case "scored":
      return afterScore(state, event.report, event.at);
    case "proposal":
      return { ...state, proposal: event.proposal };
    case "ended":
      return { ...state, work: { stage: "done", ending: event.ending } };
    case "failed":
      return { ...state, work: { stage: "failed", failure: event.failure } };
  }
}

/** A look that nobody asked for leaves what the last run came to on the screen. */
function afterCheck(state: PaneState, check: CheckReport, asked: boolean): PaneState {
  const { stage } = state.work;
  if (asked && stage !== "running") {
    return { ...state, check, tab: "check", work: { stage: "done", ending: { kind: "checked" } } };
  }
  return stage === "idle" || stage === "reading"
    ? { ...state, check, work: { stage: "ready" } }
    : { ...state, check };
}

function afterScore(state: PaneState, report: ScoreReport, at: string): PaneState {
  if (report.outcome === "cancelled")
    return { ...state, work: { stage: "done", ending: { kind: "cancelled" } } };
  const { check, result, robustness, written, issues, outcome } = report;
  const seen = { ...check, issues };
  switch (outcome) {
    case "scored":
      return {
        ...state,
        check: seen,
        // Who asked how sure the ranks are stays to read it.
        tab: state.tab === "robustness" ? "robustness" : "results",
        scored: result && { result, robustness, written, fingerprint: check.fingerprint, at },
        work: { stage: "done", ending: { kind: "scored", written } },
      };
    case "refused":
    case "interrupted":
      return {
        ...state,
        check: seen,
        tab: "check",
        work: { stage: "failed", failure: { kind: outcome, issues, written, detail: "" } },
      };
  }
}

/**
 * How the result in hand stands to the workbook: `current` when it was computed from what stands there now, `stale`
 * when that has changed since, `elsewhere` when only the sheets hold one (an earlier opening made it).
 */
export function resultState(state: PaneState): "none" | "current" | "stale" | "elsewhere" {
  const { check, scored } = state;
  if (scored) return check === null || check.fingerprint === scored.fingerprint ? "current" : "stale";
  if (!check || check.resultFingerprint === null) return "none";
  return check.resultFingerprint === check.fingerprint ? "elsewhere" : "stale";
}
