import { excelWorkbook } from "../hosts/excel/excel-workbook";
import { followUnits } from "../hosts/excel/follow-unit";
import type { ActionName } from "../taskpane/action-name";
import { createActions } from "../taskpane/actions";
import { mountPane } from "../taskpane/mount";
import { initialState } from "../taskpane/state";
import { createStore } from "../taskpane/store";
import { breathing } from "./breathe";
import { now, openSample, rememberLanguage, showPane, startLocale, themeNow } from "./office";
import { watchWorkbook } from "./watch";
import { performFromRibbon, type RibbonEvent } from "./ribbon";

/** Makes the one store that ribbon, pane and keyboard share, and puts the pane on the page. Office is ready by then. */
export function startPage(root: HTMLElement): (name: ActionName, event: RibbonEvent) => Promise<void> {
  const store = createStore(initialState(startLocale()));
  const actions = createActions(store, {
    workbook: excelWorkbook(),
    now,
    openSample,
    rememberLanguage,
    breathe: breathing(),
    explore: async (job, watch) =>
      (await import("../hosts/runners/web-workers")).exploreInWebWorkers(job, watch),
  });
  const setTheme = mountPane(root, store, actions, themeNow());
  matchMedia("(forced-colors: active)").addEventListener("change", () => setTheme(themeNow()));
  // Whoever comes back to the pane has been at the sheets.
  window.addEventListener("focus", () => {
    setTheme(themeNow());
    void actions.refresh();
  });
  void actions.refresh();
  void followUnits();
  void watchWorkbook(() => void actions.refresh());
  return (name, event) => performFromRibbon(actions.named[name], event, { store, actions, showPane });
}
