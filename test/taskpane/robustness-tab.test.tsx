/** @jest-environment jsdom */
import { act, Simulate } from "react-dom/test-utils";
import { findSheet, valueAt, type Book } from "../../src/hosts/xlsx/book";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import { createActions } from "../../src/taskpane/actions";
import { mountPane } from "../../src/taskpane/mount";
import { initialState } from "../../src/taskpane/state";
import { createStore } from "../../src/taskpane/store";
import { smallBook } from "./small-book";

async function openTab(book: Book) {
  document.body.innerHTML = '<div id="root"></div>';
  const root = document.getElementById("root")!;
  const store = createStore(initialState("en"));
  const actions = createActions(store, {
    workbook: bookWorkbook(book),
    now: () => "2026-03-01T14:02:00+01:00",
    openSample: async () => null,
    rememberLanguage: () => undefined,
  });
  await act(async () => {
    mountPane(root, store, actions, "light");
    await actions.refresh();
    actions.turnTo("robustness");
  });
  const press = (name: string) =>
    act(async () => {
      const button = [...document.querySelectorAll<HTMLElement>("button, summary")].find((each) =>
        each.textContent!.includes(name),
      )!;
      button.click();
      await new Promise((resolve) => setTimeout(resolve, 400));
    });
  const slide = (at: number, percent: number) =>
    act(async () => {
      const slider = root.querySelectorAll<HTMLInputElement>("input[type=range]")[at];
      slider.value = String(percent);
      Simulate.change(slider);
    });
  const setting = (key: string) => {
    const settings = findSheet(book, "Settings")!;
    const rows = Array.from({ length: 60 }, (_, row) => row);
    const row = rows.find((each) => valueAt(settings, each, 0) === key);
    return row === undefined ? null : valueAt(settings, row, 1);
  };
  return { root, store, press, slide, setting };
}

test("nothing scored yet is said, and so is that nothing was varied", async () => {
  const { root } = await openTab(smallBook());
  expect(root.textContent).toContain("Score the workbook first");
  expect(root.textContent).toContain("Nothing has been varied yet");
});

test("a run is kept in the settings, stays on the tab and shows the least sure ranks", async () => {
  const book = smallBook();
  const { root, store, press, setting } = await openTab(book);
  await press("Run");
  expect(store.state().tab).toBe("robustness");
  expect(setting("Robustness")).toBe("runs=1000; seed=1; weights=noise 0.25");
  expect(store.state().scored!.robustness!.plan.runs).toBe(1000);
  expect(root.querySelectorAll(".interval-row")).toHaveLength(10);
  expect(root.textContent).toContain("1,000 runs, seed 1; weights by ±25 %");
  expect(findSheet(book, "Robustness")).toBeTruthy();
  await press("Turn off");
  expect(setting("Robustness")).toBe("off");
  expect(store.state().scored!.robustness).toBeNull();
});

test("sliders re-rank at once and write nothing until they are told to", async () => {
  const book = smallBook();
  const { root, store, press, slide, setting } = await openTab(book);
  await press("Score workbook");
  await act(async () => void (await Promise.resolve()));
  await press("Robustness");
  expect(root.textContent).toMatch(
    /passes .* when the weight of (Living|Work) goes from|No change of one first-level weight/,
  );
  const before = setting("First-level weights");
  await slide(0, 10);
  const shown = [...root.querySelectorAll(".slider .figure")].map((each) => each.textContent);
  expect(shown).toEqual(["10.0%", "90.0%"]);
  expect(root.querySelector(".follow")!.textContent).toMatch(/units change rank; mean shift/);
  expect(setting("First-level weights")).toBe(before);
  const own = store.state().scored!.result.weights.slice();
  await press("Back to the scored weights");
  expect(root.querySelector(".follow")).toBeNull();

  await slide(0, 10);
  await press("Write to Settings and score");
  expect(setting("First-level weights")).toBe("Living=0.1; Work=0.9");
  expect(store.state().scored!.result.weights[1]).toBeCloseTo(0.1, 12);
  // What the user wrote on the Indicators sheet stands.
  expect(valueAt(findSheet(book, "Indicators")!, 1, 3)).toBe(0.6);
  await press("Drop the weights on the Settings sheet");
  expect(store.state().scored!.result.weights).toEqual(own);
});
