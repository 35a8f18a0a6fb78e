import type { Locale } from "../../base/label";
import type { Texts } from "../../messages/say";
import { levels } from "../wire/requirements";
import { element } from "./element";
import type { AddIn, Command } from "./manifest";
import type { Settings } from "./settings";

export interface RibbonEvents {
  readonly onNew: () => void;
  readonly onOpen: () => void;
  readonly onSave: () => void;
  readonly onSample: (name: string) => void;
  readonly onCommand: (command: Command) => void;
  readonly onChange: (to: Partial<Settings>) => void;
}
export interface Ribbon {
  readonly root: HTMLElement;
  readonly settings: HTMLElement;
}

/** Icons of the workbench's own buttons, drawn with lines of 1.5 on 24 by 24. */
const drawings = {
  blank: "M6 3h8l4 4v14H6zM14 3v4h4",
  open: "M3 19V6h6l2 2h8v3M3 19l3-8h16l-3 8z",
  save: "M5 4h12l3 3v13H4V5zM8 4v5h8V4M7 20v-7h10v7",
  samples: "M4 5h16v14H4zM4 10h16M4 15h16M10 5v14",
};

function drawing(path: string): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

function choice<T extends string>(
  label: string,
  title: string,
  options: readonly (readonly [T, string])[],
  chosen: T,
  onPick: (value: T) => void,
): HTMLElement {
  const select = element(
    "select",
    { "aria-label": label, title, onchange: () => onPick(select.value as T) },
    ...options.map(([value, text]) => element("option", { value, selected: value === chosen }, text)),
  );
  return element("label", { class: "choice" }, element("span", { class: "quiet" }, label), select);
}

/** The buttons: the workbench's own for files, and the add-in's as its manifest declares them. */
export function createRibbon(
  words: Texts["workbench"],
  addIn: AddIn,
  settings: Settings,
  events: RibbonEvents,
): Ribbon {
  const button = (icon: Node, label: string, tip: string, onclick: () => void, attributes = {}) =>
    element(
      "button",
      { type: "button", class: "command", title: tip, onclick, ...attributes },
      icon,
      element("span", {}, label),
    );
  const samples = element("div", { class: "menu", popover: "auto", id: "samples" });
  samples.append(
    ...Object.entries(words.sampleNames).map(([name, label]) =>
      element(
        "button",
        {
          type: "button",
          "data-sample": name,
          onclick: () => {
            samples.hidePopover();
            events.onSample(name);
          },
        },
        label,
      ),
    ),
  );
  const sampleButton = button(drawing(drawings.samples), words.samples, words.samplesTip, () => {
    const { left, bottom } = sampleButton.getBoundingClientRect();
    samples.style.left = `${left}px`;
    samples.style.top = `${bottom + 2}px`;
    samples.togglePopover();
  });
  const group = (label: string, ...buttons: HTMLElement[]) =>
    element(
      "section",
      { class: "group", "aria-label": label },
      element("div", { class: "buttons" }, ...buttons),
      element("span", { class: "caption" }, label),
    );
  const root = element(
    "div",
    { class: "ribbon", role: "toolbar" },
    group(
      words.file,
      button(drawing(drawings.blank), words.blank, words.blankTip, events.onNew),
      button(drawing(drawings.open), words.open, words.openTip, events.onOpen),
      button(drawing(drawings.save), words.save, words.saveTip, events.onSave),
      sampleButton,
    ),
    group(
      addIn.group,
      ...addIn.commands.map((command) =>
        button(
          element("img", { src: command.icon, alt: "", width: 28, height: 28 }),
          command.label,
          `${command.title}\n${command.tip}`,
          () => events.onCommand(command),
          { "data-command": command.functionName ?? "pane" },
        ),
      ),
    ),
    samples,
  );
  const languages: readonly (readonly [Locale, string])[] = [
    ["en", "English"],
    ["zh-CN", "中文"],
  ];
  return {
    root,
    settings: element(
      "div",
      { class: "settings" },
      choice(
        words.level,
        words.levelTip,
        levels.map((each) => [each, words.levels[each]] as const),
        settings.level,
        (level) => events.onChange({ level }),
      ),
      choice(words.language, words.language, languages, settings.language, (language) =>
        events.onChange({ language }),
      ),
      choice(
        words.theme,
        words.theme,
        [
          ["light", words.light],
          ["dark", words.dark],
        ] as const,
        settings.theme,
        (theme) => events.onChange({ theme }),
      ),
    ),
  };
}
