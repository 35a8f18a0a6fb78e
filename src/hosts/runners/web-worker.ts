/// <reference lib="webworker" />
import { server, transferable, type Request } from "./serve";

/** The script of a Web Worker. */
const serve = server();
self.onmessage = ({ data }: MessageEvent<Request>) => {
  const answer = serve(data);
  if (answer) (self as unknown as DedicatedWorkerGlobalScope).postMessage(answer, transferable(answer));
};
