import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { Refusal } from "../stop/refusal.ts";

/** Whether this port may be listened on: asked before anything is started, so that a taken one costs nothing. @throws EADDRINUSE, EACCES. */
export function probePort(port: number, host: string): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once("error", reject);
    probe.listen({ port, host, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === "object" ? resolve(address.port) : reject(new Error("no port was given"))));
    });
  });
}

/** As `probePort`, for a port that may be about to become free. @throws Refusal when it stays taken. */
export async function probePatiently(port: number, host: string, forMs: number): Promise<number> {
  const until = performance.now() + forMs;
  for (;;) {
    try {
      return await probePort(port, host);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
      if (performance.now() > until)
        throw new Refusal(
          `Port ${port}, which the payment gateway needs, is taken by another program: choose another with GATEWAY_PORT=… npm start.`,
        );
      await wait(100);
    }
  }
}
