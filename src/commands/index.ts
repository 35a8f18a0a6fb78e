import { actionNames } from "../taskpane/action-name";
import type { RibbonEvent } from "./ribbon";

/*
 * The page's first script, small on purpose: it names the ribbon's functions, which Excel wants at once, and fetches the
 * pane and the engine while Office gets ready.
 */
const page = Promise.all([import("./page"), Office.onReady()]).then(([{ startPage }]) =>
  startPage(document.getElementById("pane")!),
);

for (const name of actionNames) {
  Office.actions.associate(name, (event: RibbonEvent) => page.then((perform) => perform(name, event)));
}
