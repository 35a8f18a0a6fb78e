import * as React from "react";
import { Begin } from "./Begin";
import { CheckTab } from "./CheckTab";
import { Header } from "./Header";
import { MethodTab } from "./MethodTab";
import { Notice } from "./Notice";
import { Prepare } from "./Prepare";
import { ResultsTab } from "./ResultsTab";
import { RobustnessTab } from "./RobustnessTab";
import type { Actions } from "./actions";
import { announcement } from "./state-line";
import type { PaneState, Tab } from "./state";
import { Pivot, PivotItem } from "./ui/pivot";
import { useWords } from "./words";

const tabs: readonly Tab[] = ["check", "method", "results", "robustness"];

export interface PaneProps {
  readonly state: PaneState;
  readonly actions: Actions;
}

/** The whole pane: header, what just happened, and the four tabs in the order of the work. */
export function Pane({ state, actions }: PaneProps): JSX.Element {
  const words = useWords();
  const [helping, setHelping] = React.useState(false);
  useScoreKeys(actions);
  const empty = state.check?.empty ?? false;
  return (
    <div className="pane">
      <Header state={state} actions={actions} onHelp={() => setHelping(!helping)} />
      <Notice state={state} onShow={actions.show} />
      {(empty || helping) && !state.proposal && (
        <Begin
          onSample={actions.openSample}
          onRead={actions.named.checkWorkbook.perform}
          onPrepare={
            state.check && !empty && state.check.sheets.indicators === null
              ? () => void actions.propose()
              : null
          }
          onClose={empty ? null : () => setHelping(false)}
        />
      )}
      {state.proposal && (
        <Prepare
          proposal={state.proposal}
          busy={state.work.stage === "running"}
          onAdjust={actions.adjust}
          onApply={() => void actions.prepare()}
          onShow={actions.show}
        />
      )}
      {!empty && !state.proposal && (
        <Pivot
          className="tabs"
          selectedKey={state.tab}
          onLinkClick={(item) => actions.turnTo(item!.props.itemKey as Tab)}
        >
          {tabs.map((tab) => (
            <PivotItem key={tab} itemKey={tab} headerText={words.text.tabs[tab]}>
              {tab === state.tab && <TabBody tab={tab} state={state} actions={actions} />}
            </PivotItem>
          ))}
        </Pivot>
      )}
      <div className="unseen" role="status" aria-live="polite">
        {announcement(state, words)}
      </div>
    </div>
  );
}

function TabBody({ tab, state, actions }: PaneProps & { readonly tab: Tab }): JSX.Element {
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

/** Ctrl+Enter (⌘+Enter) scores from anywhere in the pane; a field being typed in gives up its text first. */
function useScoreKeys(actions: Actions): void {
  React.useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
      void actions.named.scoreWorkbook.perform();
    };
    // Heard before the controls hear it: a focused menu or button takes Enter for itself.
    window.addEventListener("keydown", onKeyDown, true);
    return () => window.removeEventListener("keydown", onKeyDown, true);
  }, [actions]);
}
