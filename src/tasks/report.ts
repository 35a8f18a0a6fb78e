import type { Breathe } from "../base/gradual";
import type { Issue, IssueCode } from "../base/issue";
import type { Locale } from "../base/label";
import type { Recipe, Result, Robustness, RobustnessPlan, RobustnessRunner, Study } from "../engine/index";
import type { WrittenSheet } from "../workbook/port";

/** What a look at the workbook found. */
export interface CheckReport {
  /** False when nothing can be scored; the issues say why, the one to fix first standing first. */
  readonly ready: boolean;
  /** Null when the framework or the data could not be read. */
  readonly study: Study | null;
  readonly recipe: Recipe;
  readonly issues: readonly Issue[];
  /** Kinds of issues that the user has accepted: warnings and notes of these may be folded away. */
  readonly accepted: readonly IssueCode[];
  /** Sheets that were read as what. */
  readonly sheets: {
    readonly indicators: string | null;
    readonly data: readonly string[];
    readonly settings: string | null;
  };
  /** Years that the data have, ascending; empty when they have none. */
  readonly years: readonly string[];
  /** The year that is scored; empty when the data have none. */
  readonly year: string;
  /** True when the workbook holds no data and no framework at all: the moment to explain how to begin. */
  readonly empty: boolean;
  /** Fingerprint of everything read; equal input, equal fingerprint. */
  readonly fingerprint: string;
  /** Fingerprint that the result sheets in the workbook were made from; null when there are none. */
  readonly resultFingerprint: string | null;
  /** Whether the Settings sheet asks for results as formulas. */
  readonly formulas: boolean;
  /** From the Settings sheet; null leaves it to the host. */
  readonly language: Locale | null;
}

/** What a scoring run did. */
export type ScoreReport = EndedRun | CancelledRun;

/** A run that the user stopped before anything was written; what it had found by then goes with it. */
export interface CancelledRun {
  readonly outcome: "cancelled";
  readonly check: null;
  readonly result: null;
  readonly robustness: null;
  readonly written: readonly never[];
  readonly issues: readonly never[];
}

export interface EndedRun {
  /** `scored`: the sheets are written. `refused`: nothing was written. `interrupted`: some sheets are written. */
  readonly outcome: "scored" | "refused" | "interrupted";
  readonly check: CheckReport;
  readonly result: Result | null;
  /** How sure it is; null where nobody asks, or nothing was scored. */
  readonly robustness: Robustness | null;
  readonly written: readonly WrittenSheet[];
  /** The check's issues and the run's, most severe first. */
  readonly issues: readonly Issue[];
}

export type Phase = "reading" | "checking" | "scoring" | "exploring" | "composing" | "writing";

export interface TaskOptions {
  /** Language of sheets and of method notes, unless the Settings sheet says otherwise. */
  readonly locale: Locale;
  /** Write results as formulas, even where the Settings sheet does not ask for it. */
  readonly formulas?: boolean;
  /** The moment of the run, ISO 8601 with offset; pure rooms have no clock. */
  readonly now: string;
  readonly onProgress?: (phase: Phase, share: number) => void;
  /** Where robustness is explored, when the settings ask for it; absent: here and now. */
  readonly explore?: RobustnessRunner;
  /** Asks for robustness whatever the settings say, and changes what they say of it. */
  readonly robustness?: Partial<RobustnessPlan>;
  /** Asked between pieces of work; true stops the run before anything is written. */
  readonly cancelled?: () => boolean;
  /** Lets whoever waits for the thread have it between two pieces of work; absent: it is ours to the end. */
  readonly breathe?: Breathe;
}
