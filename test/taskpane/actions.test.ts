import { valueAt, findSheet, setValue, type Book } from "../../src/hosts/xlsx/book";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import { createActions } from "../../src/taskpane/actions";
import { initialState, resultState, type Work } from "../../src/taskpane/state";
import { createStore } from "../../src/taskpane/store";
import type { Workbook } from "../../src/workbook/port";
import { smallBook } from "./small-book";

function setUp(book: Book, change: (workbook: Workbook) => Workbook = (workbook) => workbook) {
  const store = createStore(initialState("en"));
  const stages: Work["stage"][] = [];
  store.subscribe(() => stages.push(store.state().work.stage));
  const actions = createActions(store, {
    workbook: change(bookWorkbook(book)),
    now: () => "2026-03-01T14:02:00+01:00",
    openSample: async () => null,
    rememberLanguage: () => undefined,
  });
  return { store, stages, actions, book };
}

test("scoring writes the sheets and keeps the result", async () => {
  const { store, actions, book, stages } = setUp(smallBook());
  await actions.named.scoreWorkbook.perform();
  const { scored, work } = store.state();
  expect(work).toMatchObject({ stage: "done", ending: { kind: "scored" } });
  expect(scored!.written.map(({ sheet }) => sheet)).toEqual(
    expect.arrayContaining(book.sheets.slice(2).map((sheet) => sheet.name)),
  );
  expect(stages[0]).toBe("running");
});

test("the results stay current when the workbook is read again, and turn stale when a cell changes", async () => {
  const { store, actions, book } = setUp(smallBook());
  await actions.named.scoreWorkbook.perform();
  await actions.refresh();
  expect(resultState(store.state())).toBe("current");
  setValue(findSheet(book, "Data")!, 1, 2, 99);
  await actions.refresh();
  expect(resultState(store.state())).toBe("stale");
  expect(store.state().work).toMatchObject({ stage: "done", ending: { kind: "scored" } });
});

test("a second click while a run goes on does not start another", async () => {
  let writes = 0;
  const { actions } = setUp(smallBook(), (workbook) => ({
    ...workbook,
    write: (documents, options) => {
      writes += 1;
      return workbook.write(documents, options);
    },
  }));
  const { scoreWorkbook, checkWorkbook } = actions.named;
  await Promise.all([scoreWorkbook.perform(), scoreWorkbook.perform(), checkWorkbook.perform()]);
  expect(writes).toBe(1);
});

test("a run that is stopped writes nothing", async () => {
  const { store, actions, book } = setUp(smallBook());
  const run = actions.named.scoreWorkbook.perform();
  actions.cancel();
  await run;
  expect(store.state().work).toEqual({ stage: "done", ending: { kind: "cancelled" } });
  expect(book.sheets.map((sheet) => sheet.name)).toEqual(["Indicators", "Data"]);
});

test("a setting lands on the Settings sheet and in the recipe", async () => {
  const { store, actions, book } = setUp(smallBook());
  await actions.refresh();
  await actions.set("normalisation", "z-score");
  const settings = findSheet(book, "Settings")!;
  const values = Array.from({ length: 30 }, (_, row) => valueAt(settings, row, 1));
  expect(values).toContain("z-score");
  expect(store.state().check!.recipe.normalisation.key).toBe("z-score");
});

test("scoring right after a setting waits for it", async () => {
  const { store, actions } = setUp(smallBook());
  void actions.set("decimals", "1");
  await actions.named.scoreWorkbook.perform();
  expect(store.state().scored!.result.recipe.decimals).toBe(1);
  expect(store.state().work).toMatchObject({ stage: "done", ending: { kind: "scored" } });
});

test("removing takes our sheets and keeps the rest", async () => {
  const { store, actions, book } = setUp(smallBook());
  await actions.named.scoreWorkbook.perform();
  await actions.named.removeResults.perform();
  expect(store.state().work).toMatchObject({ stage: "done", ending: { kind: "removed" } });
  expect(book.sheets.map((sheet) => sheet.name)).toEqual(["Indicators", "Data", "Settings"]);
  expect(store.state().check!.resultFingerprint).toBeNull();
});

test("a fault of ours is shown and thrown on, and the next click works", async () => {
  let faulty = true;
  const { store, actions } = setUp(smallBook(), (workbook) => ({
    ...workbook,
    read: () => (faulty ? Promise.reject(new Error("out of paper")) : workbook.read()),
  }));
  await expect(actions.named.scoreWorkbook.perform()).rejects.toThrow("out of paper");
  expect(store.state().work).toMatchObject({
    stage: "failed",
    failure: { kind: "broken", detail: "out of paper" },
  });
  faulty = false;
  await actions.named.scoreWorkbook.perform();
  expect(store.state().work.stage).toBe("done");
});
