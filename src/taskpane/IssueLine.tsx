import * as React from "react";
import { toA1, type CellRange } from "../base/address";
import type { Issue } from "../base/issue";
import { useWords } from "./words";

export interface IssueLineProps {
  readonly issue: Issue;
  readonly onShow: (range: CellRange) => void;
}

/** One issue as a sentence; a button when there is a cell to go to. */
export function IssueLine({ issue, onShow }: IssueLineProps): JSX.Element {
  const { say, text, fill } = useWords();
  const { at } = issue;
  if (!at) return <p className="issue">{say(issue)}</p>;
  return (
    <button
      type="button"
      className="issue link"
      title={fill(text.check.goToCell, { cell: toA1(at) })}
      onClick={() => onShow(at)}
    >
      {say(issue)}
    </button>
  );
}
