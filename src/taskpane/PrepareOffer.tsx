import * as React from "react";
import { PrimaryButton } from "./ui/button";
import { useWords } from "./words";

/** For a workbook with a table and no framework: what preparing does, and its button. */
export function PrepareOffer({ onPropose }: { readonly onPropose: () => void }): JSX.Element {
  const { text } = useWords();
  return (
    <section className="offer">
      <h3>{text.prepare.offerTitle}</h3>
      <p>{text.prepare.offer}</p>
      <PrimaryButton text={text.actions.preparePlain} onClick={onPropose} />
    </section>
  );
}
