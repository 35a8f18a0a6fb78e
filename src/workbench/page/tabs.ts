import type { Book, BookSheet } from "../../hosts/xlsx/book";
import { element } from "./element";

export interface Tabs {
  readonly root: HTMLElement;
  show(book: Book): void;
}

export function createTabs(label: string, onPick: (sheet: BookSheet) => void): Tabs {
  const root = element("nav", { class: "tabs", role: "tablist", "aria-label": label });
  let shown = "";
  return {
    root,
    show: (book) => {
      const visible = book.sheets.filter((sheet) => sheet.visibility === "Visible");
      const active = book.sheets[book.active];
      const key = JSON.stringify(
        visible.map((sheet) => [sheet.id, sheet.name, sheet.tabColour, sheet === active]),
      );
      if (key === shown) return;
      shown = key;
      root.replaceChildren(
        ...visible.map((sheet) =>
          element(
            "button",
            {
              type: "button",
              role: "tab",
              "aria-selected": String(sheet === active),
              style: sheet.tabColour ? `--tab:${sheet.tabColour}` : null,
              onclick: () => onPick(sheet),
            },
            sheet.name,
          ),
        ),
      );
      root.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest", inline: "nearest" });
    },
  };
}
