import { element } from "./element";

export interface PaneFrame {
  readonly root: HTMLElement;
  readonly frame: HTMLIFrameElement;
  show(open: boolean): void;
  isOpen(): boolean;
}

/** The task pane beside the grid. Closed, its page lives on out of sight, as in a shared runtime. */
export function createPane(title: string, closeLabel: string, onClose: () => void): PaneFrame {
  const frame = element("iframe", { title, allow: "clipboard-write" });
  const close = element(
    "button",
    { class: "flat", type: "button", title: closeLabel, "aria-label": closeLabel, onclick: onClose },
    "✕",
  );
  const root = element(
    "aside",
    { class: "pane" },
    element("div", { class: "pane-title" }, element("h2", {}, title), close),
  );
  return {
    root,
    frame,
    show: (open) => void root.classList.toggle("closed", !open),
    isOpen: () => !root.classList.contains("closed"),
  };
}
