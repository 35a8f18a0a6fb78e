/** Draws every SVG of this folder as PNG in the sizes Office asks for: `npx tsx assets/icons/render.ts`. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import bundledChromium from "@sparticuz/chromium";
import { chromium } from "playwright-core";

const folder = path.dirname(path.resolve(process.argv[1]));
const sizes = [16, 20, 24, 32, 40, 48, 64, 80, 96];

async function render(): Promise<void> {
  const executablePath = process.env.CHROME_PATH ?? (await bundledChromium.executablePath());
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const page = await browser.newPage();
  const drawings = (await readdir(folder)).filter((file) => file.endsWith(".svg"));
  for (const drawing of drawings) {
    const svg = await readFile(path.join(folder, drawing), "utf8");
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
      );
      await page.screenshot({
        path: path.join(folder, drawing.replace(".svg", `-${size}.png`)),
        omitBackground: true,
      });
    }
  }
  await browser.close();
}

void render();
