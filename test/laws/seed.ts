import fc from "fast-check";

/**
 * Laws are tried on the same examples each time, so that a red run can be run again. SEED=n tries others; do so after a
 * new method.
 */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 2022) });
