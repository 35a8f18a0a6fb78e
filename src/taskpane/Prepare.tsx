import * as React from "react";
import type { CellRange } from "../base/address";
import type { ColumnRole } from "../workbook/prepare/classify-column";
import {
  columnLabel,
  parentsOf,
  withDirection,
  withParent,
  withRole,
  type Proposal,
} from "../workbook/prepare/proposal";
import { sayEvidence } from "../workbook/prepare/say-evidence";
import { texts } from "../messages/say";
import { TypedField } from "./TypedField";
import { DefaultButton, PrimaryButton } from "./ui/button";
import { ComboBox, Dropdown } from "./ui/field";
import { counted, useWords } from "./words";

export interface PrepareProps {
  readonly proposal: Proposal;
  readonly busy: boolean;
  readonly onAdjust: (proposal: Proposal | null) => void;
  readonly onApply: () => void;
  readonly onShow: (range: CellRange) => void;
}

/** What each column of a plain table is taken for and why, for the user to correct; then the sheets are written. */
export function Prepare({ proposal, busy, onAdjust, onApply, onShow }: PrepareProps): JSX.Element {
  const words = useWords();
  const { text } = words;
  const indicators = proposal.columns.filter(({ role }) => role === "indicator").length;
  return (
    <section className="prepare" aria-label={text.prepare.title}>
      <h2>{text.prepare.title}</h2>
      <p className="quiet">{text.prepare.lead}</p>
      <p className="chips">
        {proposal.sheets.map((sheet) => (
          <span key={sheet} className="chip">
            {sheet}
          </span>
        ))}
        <span className="chip">{counted(words, "units", proposal.units)}</span>
        <span className="chip">{counted(words, "indicators", indicators)}</span>
      </p>
      <TypedField
        label={text.prepare.indexName}
        value={proposal.indexName}
        disabled={busy}
        complain={(typed) => (typed.trim() === "" ? text.prepare.nameNeeded : "")}
        onCommit={(indexName) => onAdjust({ ...proposal, indexName: indexName.trim() })}
      />
      <ul className="plain columns">
        {proposal.columns.map((_, column) => (
          <Column
            key={column}
            proposal={proposal}
            column={column}
            busy={busy}
            onAdjust={onAdjust}
            onShow={onShow}
          />
        ))}
      </ul>
      <div className="row foot">
        <PrimaryButton className="grow" text={text.prepare.apply} disabled={busy} onClick={onApply} />
        <DefaultButton text={text.cancel} disabled={busy} onClick={() => onAdjust(null)} />
      </div>
    </section>
  );
}

interface ColumnProps extends Omit<PrepareProps, "onApply"> {
  readonly column: number;
}

function Column({ proposal, column, busy, onAdjust, onShow }: ColumnProps): JSX.Element {
  const { text, fill, locale } = useWords();
  const { prepare } = texts(locale);
  const each = proposal.columns[column];
  const label = columnLabel(each);
  return (
    <li className={`column ${each.role}`}>
      <div className="row">
        <button
          type="button"
          className="link grow column-name"
          title={fill(text.prepare.goToColumn, { column: label })}
          onClick={() => onShow(each.at)}
        >
          {label}
        </button>
        <Dropdown
          className="role"
          ariaLabel={fill(text.prepare.roleOf, { column: label })}
          disabled={busy || each.roles.length < 2}
          selectedKey={each.role}
          options={each.roles.map((role) => ({ key: role, text: prepare.roles[role] }))}
          onChange={(_event, option) =>
            option && onAdjust(withRole(proposal, column, option.key as ColumnRole))
          }
        />
      </div>
      <p className="quiet">{sayEvidence(each.why, locale)}</p>
      {each.role === "indicator" && (
        <>
          <div className="pair">
            <Dropdown
              ariaLabel={fill(text.prepare.directionOf, { column: label })}
              disabled={busy}
              selectedKey={each.direction}
              options={[
                { key: "positive", text: `↑ ${prepare.higher}` },
                { key: "negative", text: `↓ ${prepare.lower}` },
              ]}
              onChange={(_event, option) =>
                option && onAdjust(withDirection(proposal, column, option.key as "positive" | "negative"))
              }
            />
            <Parent proposal={proposal} column={column} busy={busy} onAdjust={onAdjust} />
          </div>
          <p className="quiet">
            {[each.directionWhy, each.parentWhy]
              .flatMap((why) => (why ? [sayEvidence(why, locale)] : []))
              .join(text.method.listSeparator)}
          </p>
        </>
      )}
    </li>
  );
}

/** The node above an indicator: one that is there, the index itself, or a new one that is typed. */
function Parent({ proposal, column, busy, onAdjust }: Omit<ColumnProps, "onShow">): JSX.Element {
  const { text, fill } = useWords();
  const each = proposal.columns[column];
  const set = (parent: string) => onAdjust(withParent(proposal, column, parent));
  const label = fill(text.prepare.parentOf, { column: columnLabel(each) });
  return (
    <ComboBox
      ariaLabel={label}
      allowFreeform
      autoComplete="off"
      disabled={busy}
      text={each.parent === "" ? proposal.indexName : each.parent}
      selectedKey={`node ${each.parent}`}
      options={["", ...parentsOf(proposal)].map((parent) => ({
        key: `node ${parent}`,
        text: parent === "" ? proposal.indexName : parent,
      }))}
      onChange={(_event, option, _index, typed) => {
        if (option) set(String(option.key).slice("node ".length));
        else if (typed !== undefined) set(typed === proposal.indexName ? "" : typed);
      }}
    />
  );
}
