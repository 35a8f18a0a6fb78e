import * as React from "react";
import { samples, type Sample } from "./sample";
import { ActionButton, DefaultButton, PrimaryButton } from "./ui/button";
import { useWords } from "./words";

export interface BeginProps {
  readonly onSample: (sample: Sample) => void;
  readonly onRead: () => void;
  /** Null when there is no plain table to prepare. */
  readonly onPrepare: (() => void) | null;
  /** Null when there is nothing else to see. */
  readonly onClose: (() => void) | null;
}

/** How to begin, for a workbook without data and for whoever asks. */
export function Begin({ onSample, onRead, onPrepare, onClose }: BeginProps): JSX.Element {
  const { text } = useWords();
  return (
    <section className="begin">
      <h2>{text.begin.title}</h2>
      <ol>
        {text.begin.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{text.begin.plain}</p>
      {onPrepare && <PrimaryButton text={text.actions.preparePlain} onClick={onPrepare} />}
      <DefaultButton text={text.begin.template} onClick={() => onSample("template")} />
      <h3>{text.begin.samples}</h3>
      {samples.map((sample) => (
        <ActionButton
          key={sample}
          iconProps={{ iconName: "ExcelDocument" }}
          text={text.sampleNames[sample]}
          onClick={() => onSample(sample)}
        />
      ))}
      {onClose ? (
        <DefaultButton text={text.close} onClick={onClose} />
      ) : (
        <DefaultButton text={text.begin.again} onClick={onRead} />
      )}
    </section>
  );
}
