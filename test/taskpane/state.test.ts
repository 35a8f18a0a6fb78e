import { issue } from "../../src/base/issue";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import { failure, initialState, reduce, resultState, type PaneState } from "../../src/taskpane/state";
import { checkWorkbook, scoreWorkbook } from "../../src/tasks/index";
import { smallBook } from "./small-book";

const options = { locale: "en", now: "2026-03-01T14:02:00+01:00" } as const;

async function scoredState(): Promise<PaneState> {
  const report = await scoreWorkbook(bookWorkbook(smallBook()), options);
  return reduce(initialState("en"), { type: "scored", report, at: options.now });
}

test("a first look makes the pane ready", async () => {
  const check = await checkWorkbook(bookWorkbook(smallBook()), options);
  const reading = reduce(initialState("en"), { type: "reading" });
  expect(reading.work.stage).toBe("reading");
  const ready = reduce(reading, { type: "checked", check, asked: false });
  expect(ready.work.stage).toBe("ready");
  expect(ready.check).toBe(check);
  expect(resultState(ready)).toBe("none");
});

test("a look that was asked for ends on the Check tab and says so", async () => {
  const check = await checkWorkbook(bookWorkbook(smallBook()), options);
  const state = reduce({ ...initialState("en"), tab: "method" }, { type: "checked", check, asked: true });
  expect(state.tab).toBe("check");
  expect(state.work).toEqual({ stage: "done", ending: { kind: "checked" } });
});

test("progress and cancelling belong to a run, and to nothing else", () => {
  const idle = initialState("en");
  expect(reduce(idle, { type: "progressed", phase: "scoring", share: 0.5 })).toBe(idle);
  expect(reduce(idle, { type: "cancelling" })).toBe(idle);
  const running = reduce(idle, { type: "started", job: "score" });
  expect(reduce(running, { type: "reading" })).toBe(running);
  const further = reduce(running, { type: "progressed", phase: "writing", share: 0.25 });
  expect(further.work).toMatchObject({ stage: "running", phase: "writing", share: 0.25, cancelling: false });
  expect(reduce(further, { type: "cancelling" }).work).toMatchObject({ cancelling: true });
});

test("a run shows its results, and a silent look afterwards leaves its outcome on the screen", async () => {
  const state = await scoredState();
  expect(state.tab).toBe("results");
  expect(state.work).toMatchObject({ stage: "done", ending: { kind: "scored" } });
  const after = reduce(state, { type: "checked", check: state.check!, asked: false });
  expect(after.work).toBe(state.work);
});

test("results are current for the data they came from and stale for any other", async () => {
  const state = await scoredState();
  expect(resultState(state)).toBe("current");
  const check = { ...state.check!, fingerprint: "another" };
  expect(resultState({ ...state, check })).toBe("stale");
});

test("results that only the sheets hold are told apart by their fingerprint", async () => {
  const { check } = await scoredState();
  const opened = { ...initialState("en"), check: { ...check!, resultFingerprint: check!.fingerprint } };
  expect(resultState(opened)).toBe("elsewhere");
  expect(resultState({ ...opened, check: { ...check!, resultFingerprint: "another" } })).toBe("stale");
});

test("a refusal leads to the problems and keeps no result of its own", async () => {
  const { check } = await scoredState();
  const problem = issue("error", "tree.no-sheet", {});
  const state = reduce(initialState("en"), {
    type: "scored",
    report: {
      outcome: "refused",
      check: check!,
      result: null,
      robustness: null,
      written: [],
      issues: [problem],
    },
    at: options.now,
  });
  expect(state.tab).toBe("check");
  expect(state.scored).toBeNull();
  expect(state.work).toMatchObject({ stage: "failed", failure: { kind: "refused", issues: [problem] } });
});

test("a stopped run and a failure end a run", () => {
  const running = reduce(initialState("en"), { type: "started", job: "score" });
  const cancelled = reduce(running, {
    type: "scored",
    report: { outcome: "cancelled", check: null, result: null, robustness: null, written: [], issues: [] },
    at: options.now,
  });
  expect(cancelled.work).toEqual({ stage: "done", ending: { kind: "cancelled" } });
  const broken = reduce(running, { type: "failed", failure: failure("broken", [], "out of paper") });
  expect(broken.work).toMatchObject({ stage: "failed", failure: { detail: "out of paper" } });
});

test("language and tab change nothing else", () => {
  const state = initialState("en");
  expect(reduce(state, { type: "language", locale: "zh-CN" })).toEqual({ ...state, locale: "zh-CN" });
  expect(reduce(state, { type: "tab", tab: "method" })).toEqual({ ...state, tab: "method" });
});
