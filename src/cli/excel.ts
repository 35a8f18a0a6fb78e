import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { nearestLocale } from "../base/label";
import { texts } from "../messages/say";
import { build, projectFolder } from "./start/build";
import { serveFolders } from "./start/server";

/** What office-addin-dev-certs gives: a certificate that Excel on this computer trusts. */
interface DeveloperCertificates {
  getHttpsServerOptions(): Promise<{ key: Buffer; cert: Buffer }>;
}

/** `npm run excel`: builds the add-in, serves it with a certificate that Excel trusts, and opens Excel with it. */
async function startExcel(): Promise<void> {
  const words = texts(nearestLocale(Intl.DateTimeFormat().resolvedOptions().locale)).workbench;
  if (process.platform !== "win32" && process.platform !== "darwin") {
    process.stdout.write(`${words.excel.noExcel}\n`);
    return;
  }
  process.stdout.write(`${words.start.building}\n`);
  const problem = await build({});
  if (problem !== null) {
    process.stderr.write(`${words.start.buildFailed}\n${problem}\n`);
    process.exitCode = 1;
    return;
  }
  const need = createRequire(__filename);
  const { key, cert } = await (
    need("office-addin-dev-certs") as DeveloperCertificates
  ).getHttpsServerOptions();
  const folder = path.join(projectFolder, "dist", "addin");
  const certificate = { key: key.toString(), cert: cert.toString(), publicKeyHash: "" };
  await serveFolders([folder], certificate, 3000);
  const debugging = path.join(path.dirname(need.resolve("office-addin-debugging/package.json")), "cli.js");
  spawn(process.execPath, [debugging, "start", path.join(folder, "manifest.xml"), "desktop", "--no-debug"], {
    stdio: "inherit",
  });
}

void startExcel();
