import * as React from "react";
import type { CellRange } from "../base/address";
import { IssueLine } from "./IssueLine";
import { endingText } from "./state-line";
import { resultState, type PaneState } from "./state";
import { Icon } from "./ui/icon";
import { useWords } from "./words";

export interface NoticeProps {
  readonly state: PaneState;
  readonly onShow: (range: CellRange) => void;
}

/** What the last job came to. A refusal says what to mend first; the rest stands under Check. */
export function Notice({ state, onShow }: NoticeProps): JSX.Element | null {
  const words = useWords();
  const { work } = state;
  // A changed setting shows in its own line of the form; only a screen reader needs to be told.
  if (work.stage === "done" && work.ending.kind !== "set") {
    if (work.ending.kind === "scored" && resultState(state) !== "current") return null;
    return (
      <div className="notice">
        <Icon iconName={work.ending.kind === "cancelled" ? "Info" : "Completed"} aria-hidden />
        <span className="grow">{endingText(state, words)}</span>
      </div>
    );
  }
  if (work.stage !== "failed") return null;
  const { kind, issues, detail } = work.failure;
  return (
    <div className="notice error">
      <Icon iconName="ErrorBadge" aria-hidden />
      <div className="grow">
        {words.fill(words.text.failures[kind], { detail })}
        {issues.length > 0 && <IssueLine issue={issues[0]} onShow={onShow} />}
      </div>
    </div>
  );
}
