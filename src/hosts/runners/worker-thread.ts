import { parentPort } from "node:worker_threads";
import { server, transferable, type Request } from "./serve";

/** What a worker thread runs. */
const serve = server();
parentPort!.on("message", (request: Request) => {
  const answer = serve(request);
  if (answer) parentPort!.postMessage(answer, transferable(answer));
});
