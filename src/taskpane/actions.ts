import type { CellRange } from "../base/address";
import type { Breathe } from "../base/gradual";
import type { Locale } from "../base/label";
import type { ConfirmedName, TaskOptions } from "../tasks/index";
import type { RobustnessRunner } from "../engine/index";
import type { Workbook } from "../workbook/port";
import type { Proposal } from "../workbook/prepare/proposal";
import type { ActionName } from "./action-name";
import type { Sample } from "./sample";
import { failure, type Failure, type PaneEvent, type Tab } from "./state";
import type { Store } from "./store";

/** The tasks come with the engine, which the pane's first sight does without. */
const tasks = () => import("../tasks/index");

/** What the actions need of the world outside; src/commands gives it, tests give their own. */
export interface Surroundings {
  readonly workbook: Workbook;
  /** This moment, ISO 8601 with offset. */
  readonly now: () => string;
  /** Why the sample could not be opened; null when it is. */
  readonly openSample: (sample: Sample) => Promise<string | null>;
  readonly rememberLanguage: (locale: Locale) => void;
  /** Where robustness is explored; absent: on this thread. */
  readonly explore?: RobustnessRunner;
  /** Lets the page have the thread between two pieces of work; absent: never. */
  readonly breathe?: Breathe;
}

export interface Action {
  readonly name: ActionName;
  /** A Fabric icon's name. */
  readonly icon: string;
  /** As a person presses them; empty for none. */
  readonly keys: string;
  perform(): Promise<void>;
}

export interface Actions {
  readonly named: Readonly<Record<ActionName, Action>>;
  /** Looks again because the workbook may have changed; silent. */
  refresh(): Promise<void>;
  cancel(): void;
  set(key: string, value: string): Promise<void>;
  show(range: CellRange): Promise<void>;
  /** Looks for a plain table and proposes what its columns are. */
  propose(): Promise<void>;
  /** The proposal as the user changed it; null puts it away. */
  adjust(proposal: Proposal | null): void;
  /** Writes the sheets of the proposal in hand. */
  prepare(): Promise<void>;
  /** Keeps what names on the sheets mean. */
  confirm(names: readonly ConfirmedName[]): Promise<void>;
  openSample(sample: Sample): Promise<void>;
  turnTo(tab: Tab): void;
  speak(locale: Locale): void;
}

export function createActions(store: Store, around: Surroundings): Actions {
  const { workbook } = around;
  const { dispatch } = store;
  let cancelled = false;
  let occupied = false;
  let refreshWaits = false;
  let last: Promise<unknown> = Promise.resolve();

  const fail = (problem: Failure) => dispatch({ type: "failed", failure: problem });

  /**
   * One piece of work after the other: Excel refuses overlapping calls. A throw is a fault of ours: it is shown, so that
   * the pane does not wait for ever, and thrown on, so that it is not hidden.
   */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const turn = last.then(work).catch((fault: unknown) => {
      fail(failure("broken", [], fault instanceof Error ? fault.message : String(fault)));
      throw fault;
    });
    last = turn.catch(() => undefined);
    return turn;
  }

  /** A piece of work that a second click must not start again. */
  async function once(begin: PaneEvent, work: () => Promise<void>): Promise<void> {
    if (occupied) return;
    occupied = true;
    dispatch(begin);
    try {
      await inTurn(() => {
        // Said again: a setting that was still being written may have ended in between.
        dispatch(begin);
        return work();
      });
    } finally {
      occupied = false;
    }
  }

  function options(): TaskOptions {
    return {
      locale: store.state().locale,
      now: around.now(),
      onProgress: (phase, share) => dispatch({ type: "progressed", phase, share }),
      cancelled: () => cancelled,
      ...(around.explore && { explore: around.explore }),
      breathe: around.breathe,
    };
  }

  async function look(asked: boolean): Promise<void> {
    dispatch({ type: "checked", check: await (await tasks()).checkWorkbook(workbook, options()), asked });
  }

  function score(): Promise<void> {
    if (!occupied) cancelled = false;
    return once({ type: "started", job: "score" }, async () => {
      const report = await (await tasks()).scoreWorkbook(workbook, options());
      // A first run adds the Settings sheet, which counts as input: the result belongs to the workbook with it.
      const added = report.written.some(({ kind, created }) => kind === "settings" && created);
      const run =
        added && report.outcome !== "cancelled"
          ? { ...report, check: await (await tasks()).checkWorkbook(workbook, options()) }
          : report;
      dispatch({ type: "scored", report: run, at: around.now() });
    });
  }

  const check = () => once({ type: "reading" }, () => look(true));

  const remove = () =>
    once({ type: "started", job: "remove" }, async () => {
      const removed = await (await tasks()).removeResults(workbook);
      if (removed.ok) dispatch({ type: "ended", ending: { kind: "removed", sheets: removed.value } });
      else fail(failure("not-removed", removed.issues));
      await look(false);
    });

  return {
    named: {
      scoreWorkbook: { name: "scoreWorkbook", icon: "NumberedList", keys: "Ctrl+Enter", perform: score },
      checkWorkbook: { name: "checkWorkbook", icon: "Refresh", keys: "", perform: check },
      removeResults: { name: "removeResults", icon: "Delete", keys: "", perform: remove },
    },
    async refresh() {
      if (occupied || refreshWaits) return;
      refreshWaits = true;
      if (store.state().check === null) dispatch({ type: "reading" });
      await inTurn(() => {
        refreshWaits = false;
        return look(false);
      });
    },
    cancel() {
      cancelled = true;
      dispatch({ type: "cancelling" });
    },
    set: (key, value) =>
      inTurn(async () => {
        dispatch({ type: "started", job: "setting" });
        const changed = await (await tasks()).changeSetting(workbook, key, value, options());
        if (changed.ok) dispatch({ type: "ended", ending: { kind: "set" } });
        else fail(failure("not-set", changed.issues));
        await look(false);
      }),
    show: (range) =>
      inTurn(async () => {
        const shown = await workbook.show(range);
        if (!shown.ok) fail(failure("not-shown", shown.issues));
      }),
    propose: () =>
      once({ type: "started", job: "propose" }, async () => {
        const proposed = await (await tasks()).proposePreparation(workbook, options());
        if (!proposed.ok) return fail(failure("not-prepared", proposed.issues));
        dispatch({ type: "proposal", proposal: proposed.value });
        dispatch({ type: "ended", ending: { kind: "proposed" } });
      }),
    adjust: (proposal) => dispatch({ type: "proposal", proposal }),
    prepare: () =>
      once({ type: "started", job: "prepare" }, async () => {
        const { proposal } = store.state();
        if (!proposal) return;
        const applied = await (await tasks()).applyPreparation(workbook, proposal, options());
        if (!applied.ok) return fail(failure("not-prepared", applied.issues));
        dispatch({ type: "proposal", proposal: null });
        dispatch({ type: "ended", ending: { kind: "prepared", written: applied.value } });
        dispatch({ type: "tab", tab: "check" });
        await look(false);
      }),
    confirm: (names) =>
      inTurn(async () => {
        dispatch({ type: "started", job: "names" });
        const confirmed = await (await tasks()).confirmNames(workbook, names, options());
        if (confirmed.ok) dispatch({ type: "ended", ending: { kind: "named" } });
        else fail(failure("not-named", confirmed.issues));
        await look(false);
      }),
    openSample: (sample) =>
      once({ type: "started", job: "sample" }, async () => {
        const refusal = await around.openSample(sample);
        if (refusal === null) dispatch({ type: "ended", ending: { kind: "opened" } });
        else fail(failure("not-opened", [], refusal));
      }),
    turnTo: (tab) => dispatch({ type: "tab", tab }),
    speak(locale) {
      around.rememberLanguage(locale);
      dispatch({ type: "language", locale });
    },
  };
}
