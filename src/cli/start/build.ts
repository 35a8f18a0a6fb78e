import { createRequire } from "node:module";
import path from "node:path";
import webpack, { type Configuration } from "webpack";

/** The project's own folder, wherever the command was called from. */
export const projectFolder = path.resolve(__dirname, "..", "..", "..");

type Configure = (
  env: Readonly<Record<string, string | boolean>>,
  options: { mode: "production" | "development" },
) => Configuration;

/** Builds with the project's webpack settings; null when all went well, else what is wrong. */
export function build(
  env: Readonly<Record<string, string | boolean>>,
  mode: "production" | "development" = "production",
): Promise<string | null> {
  const configure = createRequire(path.join(projectFolder, "package.json"))(
    "./webpack.config.js",
  ) as Configure;
  const configuration = { ...configure(env, { mode }), context: projectFolder };
  return new Promise((resolve, reject) => {
    webpack(configuration, (error, stats) => {
      if (error) reject(error);
      else resolve(stats?.hasErrors() ? stats.toString({ all: false, errors: true }) : null);
    });
  });
}
