import * as React from "react";
import { area, type CellRange } from "../base/address";
import type { CheckReport } from "../tasks/index";
import { FrameworkTree } from "./FrameworkTree";
import { PrepareOffer } from "./PrepareOffer";
import { Problems } from "./Problems";
import type { Actions } from "./actions";
import { resultState, type PaneState } from "./state";
import { Spinner } from "./ui/feedback";
import { counted, useWords } from "./words";

export interface CheckTabProps {
  readonly state: PaneState;
  readonly actions: Pick<Actions, "show" | "set" | "confirm" | "propose">;
}

/** What was found in the workbook, and what is wrong with it. */
export function CheckTab({ state, actions }: CheckTabProps): JSX.Element {
  const { text } = useWords();
  const { check, scored } = state;
  if (!check) return <Spinner label={text.state.reading} />;
  const weights = scored && resultState(state) === "current" ? scored.result.weights : null;
  return (
    <>
      <Found check={check} onShow={actions.show} />
      {check.sheets.indicators === null && <PrepareOffer onPropose={() => void actions.propose()} />}
      <Problems
        issues={check.issues}
        accepted={check.accepted}
        study={check.study}
        onShow={actions.show}
        onAccept={(codes) => void actions.set("accepted", codes.join(", "))}
        onConfirm={(names) => void actions.confirm(names)}
      />
      {check.study && <FrameworkTree study={check.study} weights={weights} />}
    </>
  );
}

interface Chip {
  readonly label: string;
  readonly sheet: string | null;
}

function Found({
  check,
  onShow,
}: {
  check: CheckReport;
  onShow: (range: CellRange) => void;
}): JSX.Element | null {
  const words = useWords();
  const { text, fill } = words;
  const { study, sheets } = check;
  const chips: Chip[] = study
    ? [
        { label: counted(words, "units", study.units.length), sheet: sheets.data[0] ?? null },
        { label: counted(words, "indicators", study.indicators.length), sheet: sheets.indicators },
        { label: counted(words, "groupings", study.groups.length), sheet: sheets.data[0] ?? null },
        {
          label: counted(words, "levels", Math.max(...study.nodes.map((node) => node.level))),
          sheet: sheets.indicators,
        },
      ]
    : [...new Set([sheets.indicators, ...sheets.data])].flatMap((sheet) =>
        sheet ? [{ label: sheet, sheet }] : [],
      );
  if (check.years.length > 1) {
    const label = fill(text.check.years, { count: check.years.length, year: check.year });
    chips.push({ label, sheet: sheets.data[0] ?? null });
  }
  if (sheets.settings) chips.push({ label: text.check.settings, sheet: sheets.settings });
  if (chips.length === 0) return null;
  return (
    <section aria-label={text.check.found} className="chips">
      {chips.map(({ label, sheet }) =>
        sheet ? (
          <button
            key={label}
            type="button"
            className="chip"
            title={fill(text.check.goTo, { sheet })}
            onClick={() => onShow({ sheet, ...area(0, 0) })}
          >
            {label}
          </button>
        ) : (
          <span key={label} className="chip">
            {label}
          </span>
        ),
      )}
    </section>
  );
}
