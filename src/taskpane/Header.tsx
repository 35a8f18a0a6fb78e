import * as React from "react";
import { locales } from "../base/label";
import type { Actions } from "./actions";
import { samples } from "./sample";
import { indexName, stateLine } from "./state-line";
import type { PaneState } from "./state";
import { DefaultButton, IconButton, MenuItemType, PrimaryButton, type MenuItem } from "./ui/button";
import { ProgressIndicator } from "./ui/feedback";
import { useWords, type Words } from "./words";

/** Each language by its own name, whatever the pane speaks. */
const languageNames = { en: "English", "zh-CN": "中文" } as const;

export interface HeaderProps {
  readonly state: PaneState;
  readonly actions: Actions;
  readonly onHelp: () => void;
}

/** Which index this is, how it stands, and the one button. */
export function Header({ state, actions, onHelp }: HeaderProps): JSX.Element {
  const words = useWords();
  const { text } = words;
  const { scoreWorkbook, checkWorkbook } = actions.named;
  const running = state.work.stage === "running" && state.work.job !== "setting";
  return (
    <header className="header">
      <h1 title={indexName(state, words)}>{indexName(state, words)}</h1>
      <p className="state-line">{stateLine(state, words)}</p>
      <div className="row">
        <PrimaryButton
          className="grow"
          text={text.score}
          title={`${text.score} (${scoreWorkbook.keys})`}
          aria-keyshortcuts="Control+Enter"
          disabled={running || state.check?.empty}
          allowDisabledFocus
          onClick={() => void scoreWorkbook.perform()}
        />
        <IconButton
          iconProps={{ iconName: checkWorkbook.icon }}
          title={text.refresh}
          ariaLabel={text.refresh}
          disabled={running}
          allowDisabledFocus
          onClick={() => void checkWorkbook.perform()}
        />
        <IconButton
          iconProps={{ iconName: "More" }}
          title={text.menu}
          ariaLabel={text.menu}
          menuIconProps={{ style: { display: "none" } }}
          menuProps={{ items: menuItems(state, actions, words, onHelp), directionalHintFixed: true }}
        />
      </div>
      <Progress state={state} onCancel={actions.cancel} />
    </header>
  );
}

function Progress({ state, onCancel }: { state: PaneState; onCancel: () => void }): JSX.Element | null {
  const { text, robustness, fill, percent } = useWords();
  const { work } = state;
  const left = useSecondsLeft(state);
  if (work.stage !== "running" || work.job === "setting") return null;
  const scoring = work.job === "score";
  const label = work.cancelling
    ? text.cancelling
    : scoring
      ? work.share > 0
        ? fill(text.progress, { phase: text.phases[work.phase], percent: percent(work.share) })
        : text.phases[work.phase]
      : text.jobs[work.job];
  return (
    <div className="row progress">
      <ProgressIndicator
        className="grow"
        label={label}
        description={left === null ? undefined : fill(robustness.pane.left, { seconds: left })}
        percentComplete={work.share > 0 ? work.share : undefined}
      />
      {/* Half-written sheets help nobody: once writing has begun it goes on. */}
      {scoring && (
        <DefaultButton
          text={text.cancel}
          disabled={work.cancelling || work.phase === "writing"}
          onClick={onCancel}
        />
      )}
    </div>
  );
}

/** How long the exploration at hand still takes, by how long it took so far; null while nobody can tell. */
function useSecondsLeft({ work }: PaneState): number | null {
  const exploring = work.stage === "running" && work.phase === "exploring";
  const [begun, setBegun] = React.useState(0);
  React.useEffect(() => setBegun(exploring ? performance.now() : 0), [exploring]);
  if (!exploring || begun === 0 || work.share < 0.05) return null;
  return Math.ceil((((performance.now() - begun) / work.share) * (1 - work.share)) / 1000);
}

/** All on one level: a menu beside a menu has no room in a pane of 320 pixels. */
function menuItems(state: PaneState, actions: Actions, { text }: Words, onHelp: () => void): MenuItem[] {
  const { removeResults } = actions.named;
  const idle = state.work.stage !== "running";
  return [
    {
      key: "remove",
      text: text.actions.removeResults,
      iconProps: { iconName: removeResults.icon },
      disabled: !idle,
      onClick: () => void removeResults.perform(),
    },
    {
      key: "prepare",
      text: text.actions.preparePlain,
      iconProps: { iconName: "TableComputed" },
      disabled: !idle || state.check?.empty,
      onClick: () => void actions.propose(),
    },
    { key: "help", text: text.help, iconProps: { iconName: "Lightbulb" }, onClick: onHelp },
    { key: "samples", text: text.samples, itemType: MenuItemType.Header },
    ...[...samples, "template" as const].map((sample) => ({
      key: sample,
      text: text.sampleNames[sample],
      iconProps: { iconName: "ExcelDocument" },
      disabled: !idle,
      onClick: () => void actions.openSample(sample),
    })),
    { key: "language", text: text.language, itemType: MenuItemType.Header },
    ...locales.map((locale) => ({
      key: locale,
      text: languageNames[locale],
      canCheck: true,
      checked: locale === state.locale,
      onClick: () => actions.speak(locale),
    })),
  ];
}
