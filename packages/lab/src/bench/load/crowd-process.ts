import type { LingongClient } from "@lingong/client";
import { io } from "socket.io-client";
import { isOf } from "../../helper.ts";
import { joinAsWorker } from "../../play/people.ts";
import { until } from "../../play/until.ts";
import { realJob } from "../job.ts";
import { homeOf } from "./ground.ts";
import { now } from "./messages.ts";
import { startPositions } from "./positions.ts";

// The crowd: workers of a whole city online on sockets of their own, and as many sockets at the bare server, in one process.
// Tells of every offer when it arrives; reports where its workers are while it is asked to.

const [url = "", bareUrl = "", count = "0"] = process.argv.slice(2);
const atOnce = 8;
const bareAtOnce = 50;

const job = await realJob();
const clients: LingongClient[] = [];

async function join(number: number): Promise<void> {
  const client = await joinAsWorker(url, homeOf(job, number), job.cityId);
  // The connection was opened before they were a worker: as one, they come anew.
  client.live.close();
  client.live.connect();
  await until("the live connection", () => client.live.state() === "live");
  client.live.on("hint", (hint) => {
    if (hint.kind === "offer") process.send?.({ kind: "heard", from: "ours", id: hint.id, at: now() });
  });
  clients.push(client);
  if (clients.length % 100 === 0) process.send?.({ kind: "joining", workers: clients.length });
}

/** A socket of the bare server: in the room of its number. */
function joinBare(number: number): Promise<void> {
  const socket = io(bareUrl, { transports: ["websocket"], auth: { worker: number } });
  socket.on("offer", ({ orderId }: { readonly orderId: string }) => process.send?.({ kind: "heard", from: "bare", id: orderId, at: now() }));
  return new Promise((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  });
}

/** Numbers from 0, so many at once. */
async function forEach(workers: number, several: number, work: (number: number) => Promise<void>): Promise<void> {
  let next = 0;
  const take = async () => {
    while (next < workers) {
      next += 1;
      await work(next - 1);
    }
  };
  await Promise.all(Array.from({ length: several }, take));
}

const isReport = (message: unknown): message is { readonly kind: "report"; readonly perSecond: number } => isOf("report")(message);
let positions: ReturnType<typeof startPositions> | null = null;
process.on("message", (message) => {
  if (isReport(message)) positions = startPositions(clients, job, message.perSecond);
  if (isOf("rest")(message)) process.send?.({ kind: "positions", ...positions?.stop() });
});
process.on("disconnect", () => process.exit());
process.on("SIGTERM", () => process.exit());
await forEach(Number(count), atOnce, join);
await forEach(Number(count), bareAtOnce, joinBare);
process.send?.({ kind: "joined", workers: clients.filter((client) => client.live.state() === "live").length });
