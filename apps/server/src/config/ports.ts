import { createServer } from "node:net";

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
