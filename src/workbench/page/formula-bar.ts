import type { Area } from "../../base/address";
import { areaToA1 } from "../../base/address";
import type { BookSheet } from "../../hosts/xlsx/book";
import { cellKey, valueAt } from "../../hosts/xlsx/book";
import type { Texts } from "../../messages/say";
import { element } from "./element";

export interface FormulaBar {
  readonly root: HTMLElement;
  show(sheet: BookSheet, selection: Area): void;
}
interface Events {
  readonly onGo: (address: string) => void;
  readonly onEnter: (text: string) => void;
}

/** Where the selection is, and what its first cell holds; both can be typed in. */
export function createFormulaBar(words: Texts["workbench"], { onGo, onEnter }: Events): FormulaBar {
  const name = element("input", { class: "name", "aria-label": words.nameBox, spellcheck: "false" });
  const value = element("input", { class: "value", "aria-label": words.formulaBar, spellcheck: "false" });
  let before = "";
  name.addEventListener("focus", () => name.select());
  name.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const address = name.value.trim();
    name.blur();
    onGo(address);
  });
  value.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") value.value = before;
    if (event.key === "Enter" || event.key === "Escape") value.blur();
  });
  value.addEventListener("change", () => {
    if (value.value !== before) onEnter(value.value);
  });
  return {
    root: element(
      "div",
      { class: "formula-bar" },
      name,
      element("span", { class: "fx", "aria-hidden": "true" }, "fx"),
      value,
    ),
    show: (sheet, selection) => {
      // A drawing that comes while someone types does not take their words away.
      if (document.activeElement !== name) name.value = areaToA1(selection);
      if (document.activeElement === value) return;
      const { top, left } = selection;
      before = sheet.formulas.get(cellKey(top, left)) ?? String(valueAt(sheet, top, left) ?? "");
      value.value = before;
    },
  };
}
