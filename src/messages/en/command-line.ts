/** What the command line says. */
export const commandLine = {
  help: `Scorebook scores composite indices in Excel workbooks.

  scorebook check in.xlsx                  what is there, and what is wrong with it
  scorebook prepare in.xlsx -o out.xlsx    a plain table: writes sheets Indicators and Settings for it
  scorebook score in.xlsx -o out.xlsx      score; results are written as sheets of out.xlsx
  scorebook score in.xlsx --json           score; results are printed, no file is written
  scorebook methods                        every method, its parameters with bounds, its source

  -o, --output FILE       where to write; never the file that is read
  --formulas              write results as formulas over the input sheets, so that changes count at once
  --robust RUNS           score so often with varied weights (or as the Settings sheet says) for rank intervals
  --seed NUMBER           of what is drawn: the same seed, the same numbers
  --threads NUMBER        worker threads for that; the numbers do not hang on it
  --sheet NAME            prepare: the sheet with the table
  --json                  print everything as JSON
  --locale en|zh-CN       language of sheets and sentences (a Settings sheet may say otherwise)
  -h, --help              this page

Problems go to standard error, one line each. Exit code: 0 done, 1 done with problems, 2 not done.
The workbook holds a sheet Indicators (name, parent, weight, direction) and a sheet Data (one row a
unit); assets/samples/template.xlsx is one to fill in.`,
  severity: { error: "error", warning: "warning", note: "note" },
  noCommand: "Say what to do: “scorebook check in.xlsx” or “scorebook score in.xlsx -o out.xlsx”.",
  unknownCommand: "There is no command “{command}”; there are check, score, prepare and methods.",
  unknownOption: "There is no option {option}; “scorebook --help” lists them.",
  needsValue: "The option {option} needs a value.",
  badNumber: "The option {option} takes a whole number from {low} to {high}, not “{found}”.",
  badLocale: "The language “{locale}” is not spoken here; choose en or zh-CN.",
  noInput: "Name the workbook to read, for example “scorebook {command} in.xlsx”.",
  extraInput: "One workbook at a time: “{extra}” is one too many.",
  noOutput: "Say where to write with -o out.xlsx, or print the results with --json.",
  sameFile: "The output “{file}” is the file that is read; name another, so that the original stays.",
  cannotRead: "“{file}” cannot be read ({reason}).",
  cannotWrite: "“{file}” cannot be written ({reason}).",
  reasons: {
    ENOENT: "there is no such file or folder",
    EACCES: "access is refused",
    EISDIR: "it is a folder",
    EBUSY: "another program has it open",
    other: "the system says {code}",
  },
  found:
    "{units} units, {indicators} indicators, {groups} group columns; data on {data}, framework on {framework}.",
  ready: "Ready to score.",
  notReady: "Cannot be scored yet.",
  scored: "Scored {units} units. Written to {file}: {sheets}.",
  prepared: "Written to {file}: {sheets}. Look them over, then “scorebook score”.",
  notPrepared: "Not prepared; no file was written.",
  notScored: "Not scored; no file was written.",
  problems: "Problems: {errors} errors, {warnings} warnings, {notes} notes.",
};
