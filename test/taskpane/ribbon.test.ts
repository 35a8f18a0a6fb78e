import { performFromRibbon } from "../../src/commands/ribbon";
import { addSheet, findSheet, newBook, setValue, type Book } from "../../src/hosts/xlsx/book";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import { createActions } from "../../src/taskpane/actions";
import { initialState } from "../../src/taskpane/state";
import { createStore } from "../../src/taskpane/store";
import type { Workbook } from "../../src/workbook/port";
import { smallBook } from "./small-book";

function setUp(book: Book, shown: boolean, workbook: Workbook = bookWorkbook(book)) {
  const store = createStore(initialState("en"));
  const actions = createActions(store, {
    workbook,
    now: () => "2026-03-01T14:02:00+01:00",
    openSample: async () => null,
    rememberLanguage: () => undefined,
  });
  let completed = 0;
  const click = (name: keyof typeof actions.named) =>
    performFromRibbon(
      actions.named[name],
      { completed: () => (completed += 1) },
      { store, actions, showPane: async () => shown },
    );
  return { store, click, completed: () => completed };
}

const activeName = (book: Book) => book.sheets[book.active].name;

test("with the pane in view, the sheet in view stays", async () => {
  const book = smallBook();
  const { store, click, completed } = setUp(book, true);
  await click("scoreWorkbook");
  expect(store.state().work).toMatchObject({ stage: "done", ending: { kind: "scored" } });
  expect(activeName(book)).toBe("Indicators");
  expect(completed()).toBe(1);
});

test("without a pane, the run log tells what a run did", async () => {
  const book = smallBook();
  await setUp(book, false).click("scoreWorkbook");
  expect(activeName(book)).toBe("Run log");
});

test("without a pane, a check leads to the first problem's cell", async () => {
  const book = smallBook();
  setValue(findSheet(book, "Data")!, 2, 3, "many");
  await setUp(book, false).click("checkWorkbook");
  expect(activeName(book)).toBe("Data");
});

test("a second click while running shows the pane and does no more", async () => {
  const { click, completed, store } = setUp(smallBook(), true);
  await Promise.all([click("scoreWorkbook"), click("scoreWorkbook"), click("removeResults")]);
  expect(completed()).toBe(3);
  expect(store.state().work).toMatchObject({ stage: "done", ending: { kind: "scored" } });
});

test("Excel is told that the command is over even when we fail", async () => {
  const book = newBook();
  addSheet(book, "Sheet1");
  const faulty = { ...bookWorkbook(book), read: () => Promise.reject(new Error("out of paper")) };
  const { click, completed } = setUp(book, true, faulty);
  await expect(click("scoreWorkbook")).rejects.toThrow("out of paper");
  expect(completed()).toBe(1);
});
