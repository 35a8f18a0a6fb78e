import * as React from "react";
import { area, type CellRange } from "../base/address";
import { writeRobustness } from "../workbook/read/robustness-setting";
import { planWords } from "../workbook/write/plan-words";
import { unsureUnits } from "../workbook/write/robustness-columns";
import { LeastSure } from "./LeastSure";
import { RobustnessForm } from "./RobustnessForm";
import { SensitivityBars } from "./SensitivityBars";
import { resultState, type PaneState, type Scored } from "./state";
import { SwapFinder } from "./SwapFinder";
import { DefaultButton } from "./ui/button";
import { WhatIf } from "./WhatIf";
import { useWords } from "./words";

export interface RobustnessTabProps {
  readonly state: PaneState;
  /** Writes one setting and scores by it. */
  readonly onSet: (key: string, value: string) => void;
  readonly onShow: (range: CellRange) => void;
}

/** How sure the ranks are: what to vary, what came of it, and what other weights would do. */
export function RobustnessTab({ state, onSet, onShow }: RobustnessTabProps): JSX.Element {
  const { robustness, text } = useWords();
  const { check, scored, work } = state;
  const words = robustness.pane;
  if (!check?.study) return <p className="quiet">{text.method.needsData}</p>;
  const busy = work.stage === "running";
  const { recipe } = check;
  const standing = resultState(state);
  return (
    <>
      <RobustnessForm
        key={writeRobustness(recipe.robustness)}
        plan={recipe.robustness}
        busy={busy}
        onRun={(plan) => onSet("robustness", writeRobustness(plan))}
      />
      {standing === "none" && <p className="quiet">{words.none}</p>}
      {standing === "elsewhere" && <p className="quiet">{words.elsewhere}</p>}
      {standing === "stale" && <p className="stale">{words.stale}</p>}
      {standing === "current" && (
        <>
          {scored!.robustness && <Explored scored={scored!} onShow={onShow} />}
          <WhatIf
            result={scored!.result}
            overridden={recipe.firstLevelWeights !== null}
            busy={busy}
            onWrite={(weights) => onSet("first-level weights", weights)}
          />
          <SwapFinder key={scored!.at} result={scored!.result} />
        </>
      )}
    </>
  );
}

function Explored({ scored, onShow }: { scored: Scored; onShow: (range: CellRange) => void }): JSX.Element {
  const { robustness, fill, number, locale } = useWords();
  const words = robustness.pane;
  const { result, written } = scored;
  const found = scored.robustness!;
  const { runs, seed } = found.plan;
  const sheet = written.find(({ kind }) => kind === "robustness")?.sheet;
  return (
    <>
      <p className="summary">
        {fill(words.varied, { runs: number(runs), seed, varied: planWords(found.plan, locale) })}
        <br />
        {fill(words.unsure, {
          count: unsureUnits(found, result).length,
          units: result.rank.filter((rank) => rank > 0).length,
        })}
      </p>
      <LeastSure result={result} robustness={found} />
      {found.sensitivities.length > 0 && <SensitivityBars sensitivities={found.sensitivities} />}
      {sheet && <DefaultButton text={words.open} onClick={() => onShow({ sheet, ...area(0, 0) })} />}
    </>
  );
}
