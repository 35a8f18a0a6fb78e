/** Which Excel the workbench plays. */
export const levels = ["1.9", "2019", "2021", "2024", "web"] as const;
export type Level = (typeof levels)[number];

const excelApi: Readonly<Record<Level, string>> = {
  "1.9": "1.9",
  "2019": "1.7",
  "2021": "1.14",
  "2024": "1.17",
  web: "1.21",
};

/** The API sets that an Excel of this level says it has, lower case, as the library expects them. */
export function requirementsOf(level: Level): Readonly<Record<string, string>> {
  const common = {
    excelapi: excelApi[level],
    addincommands: "1.1",
    dialogapi: "1.1",
    richapiruntimeflag: "1.2",
  };
  if (level === "1.9" || level === "2019") return common;
  const shared = { ...common, dialogapi: "1.2", sharedruntime: "1.1", ribbonapi: "1.1" };
  return level === "web" ? { ...shared, excelapionline: "1.1", delayforcelledit: "1.1" } : shared;
}

/** Whether a version is at least another: "1.10" is after "1.9". */
export function atLeast(version: string, wanted: string): boolean {
  const [major, minor = 0] = version.split(".").map(Number);
  const [wantedMajor, wantedMinor = 0] = wanted.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

export function isSupported(level: Level, set: string, version = "1.1"): boolean {
  const has = requirementsOf(level)[set.toLowerCase()];
  return has !== undefined && atLeast(has, version);
}
