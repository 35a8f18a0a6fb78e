import { area } from "../base/address";
import type { Action, Actions } from "../taskpane/actions";
import type { Store } from "../taskpane/store";

/** The part of Office's event that we use: Excel waits until it is told that the command is over. */
export interface RibbonEvent {
  completed(): void;
}

/**
 * What a click on the ribbon does: the pane is shown with the work going on and its outcome. Where Excel cannot show a
 * pane, the outcome stands in the workbook: the Run log after a run, else the cell of the first issue.
 */
export async function performFromRibbon(
  action: Action,
  event: RibbonEvent,
  { store, actions, showPane }: { store: Store; actions: Actions; showPane: () => Promise<boolean> },
): Promise<void> {
  try {
    const shown = await showPane();
    await action.perform();
    if (!shown) await showOutcome(store, actions);
  } finally {
    event.completed();
  }
}

async function showOutcome(store: Store, actions: Actions): Promise<void> {
  const { check, work } = store.state();
  if (work.stage === "running") return;
  if (work.stage === "done" && work.ending.kind === "scored") {
    const log = work.ending.written.find(({ kind }) => kind === "run-log");
    if (log) await actions.show({ sheet: log.sheet, ...area(0, 0) });
    return;
  }
  const issues = work.stage === "failed" ? work.failure.issues : (check?.issues ?? []);
  const first = issues.find((each) => each.at);
  if (first?.at) await actions.show(first.at);
}
