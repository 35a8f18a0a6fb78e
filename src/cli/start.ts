import { spawn } from "node:child_process";
import path from "node:path";
import { parseArgs } from "node:util";
import { nearestLocale } from "../base/label";
import { fill, texts } from "../messages/say";
import type { Browser } from "./start/browser";
import { findBrowser } from "./start/browser";
import { build, projectFolder } from "./start/build";
import { localCertificate } from "./start/certificate";
import { serveFolders } from "./start/server";

/** `npm start`: builds the add-in, serves it with the workbench and opens a window on it. */
async function start(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: "string", default: "3000" }, "no-open": { type: "boolean", default: false } },
  });
  const words = texts(nearestLocale(Intl.DateTimeFormat().resolvedOptions().locale)).workbench.start;
  const say = (text: string) => process.stdout.write(`${text}\n`);
  const cache = path.join(projectFolder, ".cache");
  say(words.building);
  const problem = await build({ workbench: true });
  if (problem !== null) {
    process.stderr.write(`${words.buildFailed}\n${problem}\n`);
    process.exitCode = 1;
    return;
  }
  const certificate = localCertificate(cache);
  let address: string;
  try {
    const folder = path.join(projectFolder, "dist", "workbench");
    ({ address } = await serveFolders([folder], certificate, Number(values.port)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    process.stderr.write(`${fill(words.portTaken, { port: values.port })}\n`);
    process.exitCode = 1;
    return;
  }
  say(fill(words.address, { address }));
  const browser = values["no-open"] || !hasScreen() ? null : findBrowser();
  if (browser) {
    openWindow(browser, address, path.join(cache, "browser"), certificate.publicKeyHash);
    say(fill(words.opened, { browser: browser.name }));
  } else {
    say(values["no-open"] || !hasScreen() ? words.notOpened : words.noBrowser);
  }
}

function hasScreen(): boolean {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** A window of its own with a profile of its own, which trusts this computer's certificate and nothing else that is odd. */
function openWindow({ file }: Browser, address: string, profile: string, publicKeyHash: string): void {
  const asRoot = process.platform === "linux" && process.getuid?.() === 0;
  const options = [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    `--ignore-certificate-errors-spki-list=${publicKeyHash}`,
    "--no-first-run",
    "--no-default-browser-check",
    "--window-size=1440,900",
    ...(asRoot ? ["--no-sandbox"] : []),
  ];
  spawn(file, options, { stdio: "ignore", detached: true }).unref();
}

void start();
