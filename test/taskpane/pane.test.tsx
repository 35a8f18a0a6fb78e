/** @jest-environment jsdom */
import { act, Simulate } from "react-dom/test-utils";
import type { Locale } from "../../src/base/label";
import { newBook, addSheet, findSheet, setValue, valueAt, type Book } from "../../src/hosts/xlsx/book";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import { createActions } from "../../src/taskpane/actions";
import { mountPane } from "../../src/taskpane/mount";
import type { Sample } from "../../src/taskpane/sample";
import { initialState } from "../../src/taskpane/state";
import { createStore } from "../../src/taskpane/store";
import { fillSheet, smallBook } from "./small-book";

async function openPane(book: Book, locale: Locale = "en") {
  document.body.innerHTML = '<div id="root"></div>';
  const root = document.getElementById("root")!;
  const store = createStore(initialState(locale));
  const opened: Sample[] = [];
  const actions = createActions(store, {
    workbook: bookWorkbook(book),
    now: () => "2026-03-01T14:02:00+01:00",
    openSample: async (sample) => {
      opened.push(sample);
      return null;
    },
    rememberLanguage: () => undefined,
  });
  await act(async () => {
    mountPane(root, store, actions, "light");
    await actions.refresh();
  });
  const button = (name: string) =>
    [...document.querySelectorAll<HTMLElement>("button, summary")].find(
      (each) => each.textContent!.includes(name) || each.getAttribute("aria-label") === name,
    )!;
  const press = (name: string) =>
    act(async () => {
      button(name).click();
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
  return { root, store, actions, book, opened, press };
}

test("an empty workbook is told how to begin, and can open a sample", async () => {
  const book = newBook();
  addSheet(book, "Sheet1");
  const { root, opened, press } = await openPane(book);
  expect(root.textContent).toContain("three steps");
  expect(root.querySelectorAll("[role=tab]")).toHaveLength(0);
  await press("Human Development Index 2025");
  expect(opened).toEqual(["hdi-2025"]);
});

test("the header says which index this is and how it stands", async () => {
  const { root, press } = await openPane(smallBook());
  expect(root.querySelector(".state-line")!.textContent).toBe(
    "12 units · 4 indicators · 1 grouping · ready to score",
  );
  await press("Score workbook");
  expect(root.querySelector(".state-line")!.textContent).toContain("scored 1");
  expect(root.querySelector("[role=status]")!.textContent).toContain("sheets written");
});

test("Ctrl+Enter scores from anywhere", async () => {
  const { store } = await openPane(smallBook());
  await act(async () => {
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true }));
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  expect(store.state().scored).not.toBeNull();
});

test("results go when a cell changes, and the pane says why", async () => {
  const { root, press, actions, book } = await openPane(smallBook());
  await press("Score workbook");
  expect(root.querySelectorAll(".rank-row")).toHaveLength(12);
  setValue(findSheet(book, "Data")!, 1, 2, 99);
  await act(() => actions.refresh());
  expect(root.querySelectorAll(".rank-row")).toHaveLength(0);
  expect(root.querySelector(".stale")!.textContent).toContain("changed since");
});

test("picking a unit shows it against its group", async () => {
  const { root, press } = await openPane(smallBook());
  await press("Score workbook");
  await act(async () => root.querySelector<HTMLElement>(".rank-row")!.click());
  expect(root.querySelector(".profile")!.textContent).toContain("Gains most");
  expect(root.querySelector(".profile")!.getAttribute("aria-label")).toMatch(
    /^Town \d+ against (North|South)$/,
  );
});

test("a problem's sentence leads to its cell", async () => {
  const book = smallBook();
  setValue(findSheet(book, "Data")!, 3, 2, "about 7");
  const { root, store, press } = await openPane(book);
  expect(store.state().check!.issues[0].at).toMatchObject({ sheet: "Data", top: 3, left: 2 });
  book.active = 0;
  await press("about 7");
  expect(book.sheets[book.active].name).toBe("Data");
  expect(root.querySelector(".problems.error")!.textContent).toContain("Data!C4");
});

/** A book whose pay column is text, in fourteen ways that are repaired. */
function bookWithRepairs(): Book {
  const book = smallBook();
  const data = findSheet(book, "Data")!;
  for (let row = 1; row <= 12; row += 1) setValue(data, row, 5, `${3000 + row * 10}`);
  return book;
}

test("problems of a kind are gone through one by one, each leading to its cell", async () => {
  const { root, press, book } = await openPane(bookWithRepairs());
  book.active = 0;
  await press("Next cell of this kind");
  expect(book.sheets[book.active].name).toBe("Data");
  expect(root.querySelector("li.current")!.closest(".kind")!.querySelector(".figure")!.textContent).toBe("1 / 12"); // prettier-ignore
  await press("Next cell of this kind");
  await press("Previous cell of this kind");
  await press("Next cell of this kind");
  expect(root.querySelector("li.current")!.textContent).toContain("Data!F3");
});

test("a kind that is accepted is folded away, stays so in the workbook, and can be shown again", async () => {
  const book = bookWithRepairs();
  const first = await openPane(book);
  await first.press("Accept all 12 of this kind");
  expect(first.store.state().check!.accepted).toEqual(["data.text-number-read"]);
  expect(first.root.querySelector(".problems.accepted")!.textContent).toContain("12");
  expect(findSheet(book, "Settings")!.values.map((row) => row[1])).toContain("data.text-number-read");
  const again = await openPane(book);
  expect(again.root.querySelector(".problems.accepted")!.textContent).toContain("12");
  await again.press("Show this kind again");
  expect(again.root.querySelector(".problems.accepted")).toBeNull();
  expect(again.store.state().check!.accepted).toEqual([]);
});

test("problems are found by their words, and severities can be put away", async () => {
  const book = bookWithRepairs();
  setValue(findSheet(book, "Data")!, 3, 2, "about 7");
  const { root, press } = await openPane(book);
  const search = root.querySelector<HTMLInputElement>(".problem-search input")!;
  await act(async () => {
    Simulate.change(Object.assign(search, { value: "3070" }));
  });
  expect([...root.querySelectorAll("button.issue")].map((each) => each.textContent)).toEqual([expect.stringContaining("Data!F8")]); // prettier-ignore
  await act(async () => {
    Simulate.change(Object.assign(search, { value: "" }));
  });
  await press("Notes");
  expect(root.querySelector(".problems.note")).toBeNull();
  expect(root.querySelector(".problems.error")).not.toBeNull();
});

test("a name that no unit has is asked for, and the answer is kept", async () => {
  const book = smallBook();
  const data = findSheet(book, "Data")!;
  const pay = data.values.map((row) => row.splice(5, 1)[0]);
  fillSheet(book, "Pay", [["Name", "Pay"], ...pay.slice(1).map((value, i) => [i === 2 ? "Tow 3" : `Town ${i + 1}`, value])]); // prettier-ignore
  const { root, store } = await openPane(book);
  const question = root.querySelector<HTMLElement>(".name-question [role=listbox], .name-question [role=combobox]")!; // prettier-ignore
  expect(question.textContent).toContain("Which unit is “Tow 3”?");
  await act(async () => question.click());
  const option = [...document.querySelectorAll<HTMLElement>("[role=option]")].find((each) => each.textContent === "Town 3")!; // prettier-ignore
  await act(async () => {
    option.click();
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  expect(store.state().check!.issues.map(({ code }) => code)).not.toContain("data.unmatched-unit");
  expect(findSheet(book, "Name matches")).toBeDefined();
});

test("a plain table is prepared: proposed with reasons, corrected, written, then scored", async () => {
  const book = newBook();
  fillSheet(book, "Towns", [
    ["Town", "Region", "Income", "Unemployment rate", "Parks"],
    ...Array.from({ length: 9 }, (_, i) => [
      `T${i}`,
      i % 2 ? "N" : "S",
      100 + ((i * 7) % 9),
      5 + (i % 4),
      20 - i,
    ]),
  ]);
  const { root, press, store, actions } = await openPane(book);
  await press("Prepare a plain table");
  const columns = () =>
    [...root.querySelectorAll(".column")].map((each) => each.className.replace("column ", ""));
  expect(columns()).toEqual(["name", "group", "indicator", "indicator", "indicator"]);
  expect(root.querySelectorAll(".column")[3].textContent).toContain("“Unemployment”: less is better");
  await act(async () => root.querySelectorAll<HTMLElement>(".column")[4].querySelector<HTMLElement>("[role=listbox], [role=combobox]")!.click()); // prettier-ignore
  await press("covariate");
  expect(columns()[4]).toBe("covariate");
  await press("Write the sheets");
  expect(book.sheets.map(({ name }) => name)).toEqual(["Towns", "Indicators", "Settings"]);
  expect(store.state().check).toMatchObject({ ready: true });
  expect(store.state().check!.study!.columns.map(({ name }) => name)).toEqual(["Parks"]);
  expect(root.querySelector(".notice")!.textContent).toContain("Written: Indicators, Settings");
  await press("Score workbook");
  expect(store.state().scored).not.toBeNull();
  await act(() => actions.propose());
  expect(root.querySelector(".notice.error")!.textContent).toContain("has a framework already");
});

test("many problems of a kind collapse to the first few", async () => {
  const book = smallBook();
  const data = findSheet(book, "Data")!;
  for (let row = 1; row <= 12; row += 1) for (const column of [2, 3]) setValue(data, row, column, "about 7");
  const { root, press } = await openPane(book);
  expect(root.querySelectorAll(".problems.error button.issue").length).toBeLessThan(12);
  await press("more like this");
  expect(root.querySelectorAll(".problems.error button.issue").length).toBeGreaterThanOrEqual(24);
});

test("a method chosen in the form stands on the Settings sheet", async () => {
  const { root, book, press, store } = await openPane(smallBook());
  await press("Method");
  const step = [...root.querySelectorAll("details")].find((each) => each.textContent!.includes("Decimals"))!;
  await act(async () => {
    step.open = true;
    step.dispatchEvent(new Event("toggle"));
  });
  const field = step.querySelector("input")!;
  await act(async () => {
    Simulate.change(Object.assign(field, { value: "3" }));
  });
  await act(async () => {
    Simulate.blur(field);
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  expect(store.state().check!.recipe.decimals).toBe(3);
  const settings = findSheet(book, "Settings")!;
  expect(Array.from({ length: 30 }, (_, row) => String(valueAt(settings, row, 1)))).toContain("3");
});

test("the pane speaks Chinese, and changes language while it stands", async () => {
  const { root, actions } = await openPane(smallBook(), "zh-CN");
  expect(root.textContent).toContain("为工作簿评分");
  await act(async () => actions.speak("en"));
  expect(root.textContent).toContain("Score workbook");
  expect(document.documentElement.lang).toBe("en");
});
