import { readFileSync } from "node:fs";
import { join } from "node:path";

test("the README quotes the bench's last table, which names its machine", () => {
  const results = readFileSync(join(__dirname, "bench/results.md"), "utf8").trim();
  const readme = readFileSync(join(__dirname, "../README.md"), "utf8");
  expect(readme).toContain(`<!-- bench -->\n${results}\n<!-- /bench -->`);
  expect(results).toMatch(/^.+, \d+ cores, Node v\d+/);
});
