import * as React from "react";
import { CheckTab } from "./CheckTab";
import { MethodTab } from "./MethodTab";
import { ResultsTab } from "./ResultsTab";
import { RobustnessTab } from "./RobustnessTab";
import type { Actions } from "./actions";
import type { PaneState, Tab } from "./state";

export interface TabBodyProps {
  readonly tab: Tab;
  readonly state: PaneState;
  readonly actions: Actions;
}

/** What stands under the tab that is turned to. */
export function TabBody({ tab, state, actions }: TabBodyProps): JSX.Element {
  switch (tab) {
    case "check":
      return <CheckTab state={state} actions={actions} />;
    case "method":
      return <MethodTab state={state} onSet={actions.set} onShow={actions.show} />;
    case "results":
      return <ResultsTab state={state} onShow={actions.show} />;
    case "robustness":
      return (
        <RobustnessTab
          state={state}
          onSet={async (key, value) => {
            await actions.set(key, value);
            await actions.named.scoreWorkbook.perform();
          }}
          onShow={actions.show}
        />
      );
  }
}
