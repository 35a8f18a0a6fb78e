/**
 * Work in pieces: each `next()` does one and says what share of all is done, 0–1; the last gives what it came to. It waits for
 * nothing and knows no clock: whoever has it done decides what happens between two pieces.
 */
export type Gradual<T> = Generator<number, T, void>;

/** Does all pieces here and now. */
export function atOnce<T>(work: Gradual<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Does all pieces, with a breath between two where one is due. */
export async function withBreaths<T>(work: Gradual<T>, breathe: Breathe | undefined): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await breathe?.();
  }
}

/** Work as part of other work, which it takes from one share to another. */
export function* part<T>(from: number, to: number, work: Gradual<T>): Gradual<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield from + (to - from) * step.value;
  }
}

/** The same for each thing, a piece a thing. */
export function* each<Thing, T>(
  things: readonly Thing[],
  work: (thing: Thing, index: number) => T,
): Gradual<T[]> {
  const found: T[] = [];
  for (let index = 0; index < things.length; index += 1) {
    found.push(work(things[index], index));
    yield (index + 1) / things.length;
  }
  return found;
}

/** Gives the thread away for a moment where it was taken for long; null where that is not due yet. */
export type Breathe = () => Promise<void> | null;
