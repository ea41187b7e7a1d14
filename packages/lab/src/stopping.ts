import { Refusal } from "./command.ts";

/** Rejects when somebody wants us to stop, so that what was started is ended in order. */
export function stopping(): Promise<never> {
  return new Promise((_, reject) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => reject(new Refusal("stopped")));
  });
}
