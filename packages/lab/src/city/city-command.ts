import { parseArgs } from "node:util";
import type { Command } from "../command.ts";
import { countOf } from "../count-of.ts";
import { waitForMorning } from "../play/morning.ts";
import { joinAsCustomer } from "../play/people.ts";
import { findOrStartServer } from "../play/server.ts";
import { playCity } from "./city.ts";
import { planCity } from "./plan.ts";
import { reportOf } from "./report.ts";

const text = { type: "string" } as const;
const options = {
  json: { type: "boolean" },
  own: { type: "boolean" },
  seeded: { type: "boolean" },
  url: text,
  workers: { ...text, default: "100" },
  orders: { ...text, default: "250" },
  hours: { ...text, default: "24" },
  seed: { ...text, default: "1" },
  speedup: { ...text, default: "60" },
} as const;

/** What a server of our own logs as an error: the report only says that there was one. */
function isFault(line: string): boolean {
  return /"level":"?(50|60|error|fatal)/.test(line);
}

/**
 * A living city on a real server through real clients: people order, pay, offer, accept, decline, come late or not at all. It ends
 * by itself. Exit code 1 when a call met an error nobody should see.
 */
export const city: Command = async (words) => {
  const { values } = parseArgs({ args: [...words], options });
  const size = {
    workers: countOf("workers", values.workers, { least: 1, most: 20_000 }),
    orders: countOf("orders", values.orders, { least: 1, most: 100_000 }),
    hours: countOf("hours", values.hours, { least: 1, most: 168 }),
    seed: countOf("seed", values.seed, { least: 1, most: 2 ** 31 }),
  };
  const speedup = countOf("speedup", values.speedup, { least: 1, most: 3_600 });
  const say = (line: string) => void process.stderr.write(`› ${line}\n`);
  let stop = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => (stop = true));

  const plan = await planCity(size);
  const server = await findOrStartServer(values.url, values.own === true, (line) => isFault(line) && say(line));
  try {
    say(`${size.orders} orders and ${size.workers} workers in ${size.hours} hours on ${server.url}`);
    const early = await joinAsCustomer(server.url, { name: "林女士", salutation: "ms" }, "shanghai");
    await waitForMorning(early, "Asia/Shanghai");
    early.close();
    const report = reportOf(await playCity(server.url, plan, { ...size, speedup, seeded: values.seeded === true, say, stopped: () => stop }));
    console.log(values.json ? JSON.stringify(report) : JSON.stringify(report, null, 2));
    return report.errors.length === 0 ? 0 : 1;
  } finally {
    await server.stop();
  }
};
