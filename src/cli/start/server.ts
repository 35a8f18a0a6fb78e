import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { Certificate } from "./certificate";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff": "font/woff",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

export interface Server {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves folders over https to this computer alone; the first folder that has a file gives it. Port 0 takes a free one. */
export function serveFolders(
  folders: readonly string[],
  { key, cert }: Certificate,
  port: number,
): Promise<Server> {
  const roots = folders.map((folder) => path.resolve(folder));
  const server = createServer({ key, cert }, (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "https://localhost");
    const wanted = decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    const file = roots
      .map((root) => ({ root, file: path.join(root, wanted) }))
      // A path that climbs out of the folder is no file of ours.
      .find(({ root, file: each }) => each.startsWith(root + path.sep) && isFile(each))?.file;
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "content-type": types[path.extname(file)] ?? "application/octet-stream",
      "cache-control": "no-store",
    });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      resolve({
        address: `https://localhost:${(server.address() as AddressInfo).port}/`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
