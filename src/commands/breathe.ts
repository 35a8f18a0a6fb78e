import type { Breathe } from "../base/gradual";

/** Milliseconds; whoever waits longer than that at a stretch begins to notice. */
const longest = 50;

/** Lets the browser draw and hear clicks, where the thread was taken for long since it last could. */
export function breathing(): Breathe {
  let since = performance.now();
  const breath = (resolve: () => void) => {
    since = performance.now();
    resolve();
  };
  return () =>
    performance.now() - since < longest ? null : new Promise((resolve) => setTimeout(breath, 0, resolve));
}
