/** The one-way street. Read it top-down: a room may import only the rooms named on its line (and itself). */
const rooms = {
  base: [],
  engine: ["base"],
  messages: ["base", "engine"],
  workbook: ["base", "engine", "messages"],
  tasks: ["base", "engine", "messages", "workbook"],
  hosts: ["base", "engine", "messages", "workbook"],
  taskpane: ["base", "engine", "messages", "workbook", "tasks", "hosts"],
  commands: ["base", "engine", "messages", "workbook", "tasks", "hosts", "taskpane"],
  workbench: ["base", "messages", "workbook", "hosts"],
  cli: ["base", "engine", "messages", "workbook", "tasks", "hosts"],
};
const every = Object.keys(rooms);
const families = "normalise|weight|aggregate|impute|treat|tier";
const familyTypes = "fill-by-group|fill-from-years|ties|normaliser|weighter|aggregator|imputer|treatment|tiering";

module.exports = {
  forbidden: [
    ...every.map((room) => ({
      name: `${room}-may-import-only-${rooms[room].join("+") || "nothing"}`,
      severity: "error",
      from: { path: `^src/${room}/` },
      to: { path: "^src/", pathNot: `^src/(${[room, ...rooms[room]].join("|")})/` },
    })),
    {
      name: "every-file-lives-in-a-room",
      severity: "error",
      from: { path: "^src/", pathNot: `^src/(${every.join("|")})/` },
      to: {},
    },
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "engine-through-its-front-door",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/engine/" },
      to: { path: "^src/engine/", pathNot: "^src/engine/index\\.ts$" },
    },
    {
      name: "methods-do-not-know-each-other",
      severity: "error",
      from: { path: `^src/engine/(${families})/`, pathNot: "/(index|run)\\.ts$" },
      to: { path: `^src/engine/(${families})/`, pathNot: `/(${familyTypes})\\.ts$` },
    },
    {
      name: "excel-and-file-hosts-do-not-know-each-other",
      severity: "error",
      from: { path: "^src/hosts/excel/" },
      to: { path: "^src/hosts/xlsx/" },
    },
    {
      name: "workbench-uses-only-the-file-host",
      severity: "error",
      from: { path: "^src/workbench/" },
      to: { path: "^src/hosts/", pathNot: "^src/hosts/xlsx/" },
    },
    {
      name: "pure-rooms-have-no-packages",
      severity: "error",
      from: { path: "^src/(base|messages|workbook|tasks)/" },
      to: { dependencyTypes: ["npm", "npm-dev", "core"] },
    },
    {
      name: "react-only-in-taskpane-and-workbench",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(taskpane|workbench)/" },
      to: { path: "node_modules/(react|react-dom|office-ui-fabric-react|@uifabric)" },
    },
    {
      name: "fabric-behind-one-folder",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/taskpane/ui/" },
      to: { path: "node_modules/(office-ui-fabric-react|@uifabric)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js"] },
  },
};
