import { existsSync } from "node:fs";
import path from "node:path";

export interface Browser {
  readonly name: string;
  readonly file: string;
}

/** An installed Chrome, Edge or Chromium; CHROME_PATH names another. Null when there is none. */
export function findBrowser(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): Browser | null {
  if (environment.CHROME_PATH)
    return { name: path.basename(environment.CHROME_PATH), file: environment.CHROME_PATH };
  return candidates(environment, platform).find(({ file }) => existsSync(file)) ?? null;
}

function candidates(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): Browser[] {
  if (platform === "win32") {
    const roots = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap(
      (name) => environment[name] ?? [],
    );
    return [
      ...roots.map((root) => ({
        name: "Chrome",
        file: path.join(root, "Google", "Chrome", "Application", "chrome.exe"),
      })),
      ...roots.map((root) => ({
        name: "Edge",
        file: path.join(root, "Microsoft", "Edge", "Application", "msedge.exe"),
      })),
      ...roots.map((root) => ({
        name: "Chromium",
        file: path.join(root, "Chromium", "Application", "chrome.exe"),
      })),
    ];
  }
  if (platform === "darwin") {
    return ["Google Chrome", "Microsoft Edge", "Chromium"].map((name) => ({
      name,
      file: `/Applications/${name}.app/Contents/MacOS/${name}`,
    }));
  }
  const folders = (environment.PATH ?? "").split(path.delimiter).filter(Boolean);
  const commands = [
    ["Chrome", "google-chrome-stable"],
    ["Chrome", "google-chrome"],
    ["Chromium", "chromium"],
    ["Chromium", "chromium-browser"],
    ["Edge", "microsoft-edge-stable"],
    ["Edge", "microsoft-edge"],
  ];
  return commands.flatMap(([name, command]) =>
    folders.map((folder) => ({ name, file: path.join(folder, command) })),
  );
}
