import type { Area } from "../../base/address";
import type { BookSheet } from "../../hosts/xlsx/book";
import { valueAt } from "../../hosts/xlsx/book";
import type { Texts } from "../../messages/say";
import { fill } from "../../messages/say";
import type { Traffic } from "../wire/host";
import { element } from "./element";

export interface Status {
  readonly root: HTMLElement;
  /** Says that something is being done; the function it gives says that it is over. */
  work(text: string): () => void;
  tell(text: string): void;
  select(sheet: BookSheet, area: Area): void;
  count(traffic: Traffic): void;
}

export function createStatus(words: Texts["workbench"]): Status {
  const state = element("span", { class: "state", role: "status" }, words.ready);
  const selected = element("span", { class: "figures" });
  const traffic = element("span", { class: "figures traffic" });
  return {
    root: element("div", { class: "status" }, state, selected, traffic),
    work: (text) => {
      state.textContent = text;
      state.classList.add("working");
      return () => {
        state.textContent = words.ready;
        state.classList.remove("working");
      };
    },
    tell: (text) => void (state.textContent = text),
    select: (sheet, area) => {
      let count = 0;
      let numbers = 0;
      let sum = 0;
      for (let row = area.top; row <= Math.min(area.bottom, sheet.values.length - 1); row += 1) {
        for (let column = area.left; column <= area.right; column += 1) {
          const value = valueAt(sheet, row, column);
          if (value === null || value === undefined || value === "") continue;
          count += 1;
          if (typeof value !== "number") continue;
          numbers += 1;
          sum += value;
        }
      }
      selected.textContent =
        count > 1 && numbers ? fill(words.selection, { count, mean: sum / numbers, sum }) : "";
    },
    count: ({ requests, bytesIn, bytesOut }) => {
      const kilobytes = (bytes: number) => String(Math.round(bytes / 1024));
      traffic.textContent = fill(words.traffic, {
        requests,
        sent: kilobytes(bytesIn),
        received: kilobytes(bytesOut),
      });
    },
  };
}
