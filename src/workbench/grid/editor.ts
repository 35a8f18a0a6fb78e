import { element } from "../page/element";

export interface CellEditor {
  place(left: number, top: number, width: number, height: number, layer: HTMLElement): void;
  owns(target: EventTarget | null): boolean;
}
interface EditorEvents {
  /** The text, or null when the user thought better of it, and where to go next. */
  readonly onDone: (text: string | null, step: { readonly rows: number; readonly columns: number }) => void;
}

const stay = { rows: 0, columns: 0 };

/** The field in which a cell is typed: Enter and Tab keep, Escape does not. */
export function createEditor(text: string, { onDone }: EditorEvents): CellEditor {
  const input = element("input", { class: "editor", spellcheck: "false", "aria-label": "=" });
  input.value = text;
  let open = true;
  const done = (value: string | null, step: { rows: number; columns: number }) => {
    if (!open) return;
    open = false;
    input.remove();
    onDone(value, step);
  };
  input.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === "Enter") done(input.value, { rows: event.shiftKey ? -1 : 1, columns: 0 });
    else if (event.key === "Tab") done(input.value, { rows: 0, columns: event.shiftKey ? -1 : 1 });
    else if (event.key === "Escape") done(null, stay);
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", () => done(input.value, stay));
  return {
    place: (left, top, width, height, layer) => {
      input.style.cssText = `left:${left}px;top:${top}px;min-width:${width}px;height:${height}px`;
      if (input.parentElement !== layer) layer.append(input);
      if (document.activeElement !== input) input.focus();
    },
    owns: (target) => target === input,
  };
}
