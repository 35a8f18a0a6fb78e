#!/usr/bin/env node
// The sources are TypeScript; tsx loads them as they are, so that no build is needed before the first command.
const { register } = require("tsx/cjs/api");
register();
const { main } = require("./main.ts");

main(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  problem: (text) => process.stderr.write(`${text}\n`),
  language: Intl.DateTimeFormat().resolvedOptions().locale,
  now: new Date(),
}).then((code) => {
  process.exitCode = code;
});
