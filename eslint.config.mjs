import tseslint from "typescript-eslint";
import officeAddins from "eslint-plugin-office-addins";

const office = ["Excel", "Office", "OfficeExtension", "OfficeRuntime"].map((name) => ({
  name,
  message: "Office.js lives in src/hosts/excel, src/taskpane, src/commands and src/functions only.",
}));
const machine = ["window", "document", "localStorage", "fetch", "console", "process", "performance", "setTimeout"];
const clock = [
  { object: "Math", property: "random", message: "Draw from engine/stats with the recipe's seed." },
  { object: "Date", property: "now", message: "Pass the time in." },
];

export default tseslint.config(
  { ignores: ["dist/**", "node_modules/**", "**/*.js", "**/*.cjs", "**/*.mjs"] },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/call-sync-before-read": "error",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["src/hosts/excel/**", "src/taskpane/**", "src/commands/**", "src/functions/**"],
    rules: { "no-restricted-globals": ["error", ...office] },
  },
  {
    files: ["src/{base,engine,workbook,tasks,messages}/**/*.ts"],
    rules: {
      "no-restricted-globals": ["error", ...office, ...machine],
      "no-restricted-properties": ["error", ...clock],
      "no-restricted-syntax": [
        "error",
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "Pass the time in." },
        { selector: "ExportDefaultDeclaration", message: "Name what you export." },
        { selector: "TSEnumDeclaration", message: "Use a union of strings." },
        { selector: "ClassDeclaration", message: "Plain functions and data in the pure rooms." },
      ],
    },
  },
);
