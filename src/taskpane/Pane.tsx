import * as React from "react";
import { Begin } from "./Begin";
import { Header } from "./Header";
import { Notice } from "./Notice";
import type { Actions } from "./actions";
import { announcement } from "./state-line";
import type { PaneState, Tab } from "./state";
import { Pivot, PivotItem } from "./ui/pivot";
import { useWords } from "./words";

/** What the tabs and the preparation show is the engine's: it comes while the header is already there. */
const TabBody = React.lazy(async () => ({ default: (await import("./TabBody")).TabBody }));
const Prepare = React.lazy(async () => ({ default: (await import("./Prepare")).Prepare }));

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
        <React.Suspense fallback={null}>
          <Prepare
            proposal={state.proposal}
            busy={state.work.stage === "running"}
            onAdjust={actions.adjust}
            onApply={() => void actions.prepare()}
            onShow={actions.show}
          />
        </React.Suspense>
      )}
      {!empty && !state.proposal && (
        <Pivot
          className="tabs"
          selectedKey={state.tab}
          onLinkClick={(item) => actions.turnTo(item!.props.itemKey as Tab)}
        >
          {tabs.map((tab) => (
            <PivotItem key={tab} itemKey={tab} headerText={words.text.tabs[tab]}>
              {tab === state.tab && (
                <React.Suspense fallback={null}>
                  <TabBody tab={tab} state={state} actions={actions} />
                </React.Suspense>
              )}
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
