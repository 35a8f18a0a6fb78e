import type { ActionName } from "../taskpane/actions";
import type { RibbonEvent } from "./ribbon";

/**
 * The page's first script, small on purpose: it names the ribbon's functions, which Excel wants at once, and fetches the
 * pane and the engine while Office gets ready.
 */
const ribbonNames: readonly ActionName[] = ["scoreWorkbook", "checkWorkbook", "removeResults"];

const page = Promise.all([import("./page"), Office.onReady()]).then(([{ startPage }]) =>
  startPage(document.getElementById("pane")!),
);

for (const name of ribbonNames) {
  Office.actions.associate(name, (event: RibbonEvent) => page.then((perform) => perform(name, event)));
}
