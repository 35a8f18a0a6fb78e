import type { Locale } from "../../base/label";

/** A ribbon button as the manifest declares it. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly tip: string;
  readonly icon: string;
  /** Name of the add-in's function; null shows the pane. */
  readonly functionName: string | null;
}
export interface AddIn {
  readonly group: string;
  readonly paneTitle: string;
  readonly page: string;
  readonly commands: readonly Command[];
}

/** Reads what the ribbon needs of an add-in's XML manifest, in one language. */
export function readManifest(xml: string, locale: Locale): AddIn {
  const parsed = new DOMParser().parseFromString(xml, "application/xml");
  const named = (root: ParentNode, name: string) =>
    [...root.querySelectorAll("*")].filter((each) => each.localName === name);
  const child = (root: Element, name: string) => [...root.children].find((each) => each.localName === name);
  const resources = new Map(
    named(parsed, "Resources").flatMap((all) =>
      [...all.querySelectorAll("[id]")].map((each) => [each.getAttribute("id"), each] as const),
    ),
  );
  const resource = (of: Element | undefined): string => {
    const found = resources.get(of?.getAttribute("resid") ?? "");
    const override = found && [...found.children].find((each) => each.getAttribute("Locale") === locale);
    return (override ?? found)?.getAttribute(override ? "Value" : "DefaultValue") ?? "";
  };
  const group = named(parsed, "Group")[0];
  const commands = named(group, "Control").map((control) => {
    const supertip = child(control, "Supertip");
    const images = child(control, "Icon")?.children ?? [];
    const action = child(control, "Action");
    return {
      id: control.getAttribute("id") ?? "",
      label: resource(child(control, "Label")),
      title: supertip ? resource(child(supertip, "Title")) : "",
      tip: supertip ? resource(child(supertip, "Description")) : "",
      icon: local(resource([...images].find((each) => each.getAttribute("size") === "64"))),
      functionName: (action && child(action, "FunctionName")?.textContent) ?? null,
    };
  });
  const pane = named(parsed, "Action").find((action) => child(action, "SourceLocation"));
  return {
    group: resource(child(group, "Label")),
    paneTitle: resource(pane && child(pane, "Title")) || resource(child(group, "Label")),
    page: local(resource(named(parsed, "Runtime")[0] ?? (pane && child(pane, "SourceLocation")))),
    commands,
  };
}

/** Wherever the manifest says that the add-in is: the workbench serves its own copy. */
function local(address: string): string {
  return address ? new URL(address).pathname.replace(/^\//, "") : "";
}
