import { choose, defaultPlan, robustnessJob, score, type RobustnessPlan } from "../../src/engine/index";
import { remoteRunner, type Remote } from "../../src/hosts/runners/remote";
import { exploreInThreads } from "../../src/hosts/runners/worker-threads";
import { asemStudy, recipe } from "../oracles/asem";

const plan: RobustnessPlan = { ...defaultPlan, runs: 400, seed: 7, normalisation: [choose("z-score")] };
const job = robustnessJob(score(asemStudy(), recipe({})), plan);

test("one, two and three threads come to the same numbers", async () => {
  const shares: number[] = [];
  const watch = { onProgress: (share: number) => void shares.push(share), cancelled: () => false };
  const [one, two, three] = await Promise.all(
    [1, 2, 3].map((threads) => exploreInThreads(threads)(job, watch)),
  );
  expect(one!.scoredRuns.every((runs) => runs === 400)).toBe(true);
  expect(one!.sensitivities.map(({ choice }) => choice)).toEqual(["weights", "normalisation"]);
  expect(two).toEqual(one);
  expect(three).toEqual(one);
  expect(Math.max(...shares)).toBeCloseTo(1, 12);
});

test("stopping ends at once, with nothing", async () => {
  const long = { ...job, plan: { ...plan, runs: 1_000_000 } };
  let asked = 0;
  const cancelled = () => (asked += 1) > 3;
  expect(await exploreInThreads(2)(long, { onProgress: () => undefined, cancelled })).toBeNull();
});

test("a worker that breaks is a fault, not a wait for ever, and is let go", async () => {
  let closed = 0;
  const broken = (): Remote => ({
    post: () => undefined,
    listen: (_, onFault) => void setTimeout(() => onFault(new Error("no script")), 0),
    close: () => void (closed += 1),
  });
  const watch = { onProgress: () => undefined, cancelled: () => false };
  await expect(remoteRunner(broken, () => 2)(job, watch)).rejects.toThrow("no script");
  expect(closed).toBe(2);
});
