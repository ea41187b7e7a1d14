import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "../command.ts";

/** Waits until something is so, looking again every few milliseconds; refuses after `withinMs`, naming what it waited for. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> {
  const ends = performance.now() + withinMs;
  let wait = 5;
  while (!(await holds())) {
    if (performance.now() > ends) throw new Refusal(`waited ${Math.round(withinMs / 1_000)} s for ${what} in vain`);
    await pause(wait);
    wait = Math.min(wait * 1.5, 100);
  }
}
