import { isUncertain } from "./errors.ts";

const waits = [200, 800];

/** Does a call, and again while it is uncertain whether it happened: three times in all. The call must be idempotent. */
export async function withRetries<Value>(call: () => Promise<Value>, wait: (ms: number) => Promise<void> = pause): Promise<Value> {
  for (const ms of waits) {
    try {
      return await call();
    } catch (error) {
      if (!isUncertain(error)) throw error;
      await wait(ms);
    }
  }
  return call();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
