import type { LingongClient } from "@lingong/client";
import { joinAsWorker } from "../../play/people.ts";
import { realJob, workerFor } from "../job.ts";

// The crowd: many workers online on sockets of their own, in a process of their own. Tells of every offer when it arrives.

const [url = "", count = "0"] = process.argv.slice(2);
const atOnce = 6;

/** Now, comparable between processes of one machine. */
function now(): number {
  return performance.timeOrigin + performance.now();
}

const job = await realJob();
const clients: LingongClient[] = [];
let next = 0;

async function joinNext(): Promise<void> {
  while (next < Number(count)) {
    next += 1;
    const client = await joinAsWorker(url, workerFor(job, next), job.cityId);
    client.live.on("hint", (hint) => {
      if (hint.kind === "offer") process.send?.({ kind: "offered", offerId: hint.id, at: now() });
    });
    clients.push(client);
    if (clients.length % 100 === 0) process.send?.({ kind: "joining", workers: clients.length });
  }
}

process.on("disconnect", () => process.exit());
process.on("SIGTERM", () => process.exit());
await Promise.all(Array.from({ length: atOnce }, joinNext));
process.send?.({ kind: "joined", workers: clients.filter((client) => client.live.state() === "live").length });
