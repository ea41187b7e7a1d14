// `npm start -- --city`: a small city comes to life on the server, for whoever wants to watch it in the three apps.

import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isStopping, run } from "./processes.mjs";
import { root } from "./project.mjs";
import { environmentOf } from "./runtime.mjs";

const size = ["--workers", "90", "--orders", "120", "--hours", "4", "--speedup", "30", "--seeded"];

/** Waits until the server answers, then lets the city live its hours; it ends by itself, or with the server. */
export async function playCity(runtime, say) {
  const url = `http://127.0.0.1:${process.env.PORT ?? "3000"}`;
  while (!(await isServing(url))) {
    if (isStopping()) return;
    await pause(500);
  }
  say("A city of 90 workers comes to life: 120 orders in four hours, thirty times as fast as they pass. The demo people of Shanghai live in it.");
  await run(runtime.node, [join(root, "packages/lab/src/main.ts"), "city", "--url", url, ...size], { cwd: root, env: environmentOf(runtime) });
}

async function isServing(url) {
  try {
    return (await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}
