import { parseArgs } from "node:util";
import { createLingongClient, type LingongClient } from "@lingong/client";
import type { DemoAccountView } from "@lingong/contracts";
import { cityOf } from "@lingong/domain";
import { type Command, Refusal } from "../command.ts";
import { waitForMorning } from "../play/morning.ts";
import { joinAsCustomer, joinAsDemo, joinAsWorker } from "../play/people.ts";
import { findOrStartServer } from "../play/server.ts";
import { type PlayedOrder, type PlayedStep, playOrder } from "./play.ts";
import { printReport, reportOf, wordsOf } from "./report.ts";
import { readStories, type Story } from "./story.ts";
import { auditJournal, brokenChain, differences, type OrderResult, resultOf } from "./verify.ts";

/** The platform's people of the demo data, signed in once. */
interface House {
  /** The operator: sessions of admins are short, and the clock runs fast here. */
  readonly admin: () => Promise<LingongClient>;
  readonly accounts: readonly DemoAccountView[];
}

async function openHouse(url: string, keep: (client: LingongClient) => LingongClient): Promise<House> {
  const accounts = await createLingongClient({ url, app: "admin" }).api.development.accounts.query();
  const operator = accounts.find((account) => account.app === "admin" && account.about.includes("operator"));
  if (operator === undefined) throw new Refusal("the server has no demo data: an operator is missing");
  let client: LingongClient | null = null;
  const admin = async () => {
    const signedIn =
      client !== null &&
      (await client.api.accounts.me.query().then(
        () => true,
        () => false,
      ));
    if (!signedIn || client === null) client = keep(await joinAsDemo(url, operator));
    return client;
  };
  return { admin, accounts };
}

async function joinWorker(url: string, house: House, story: Story): Promise<LingongClient> {
  if (!("demoFor" in story.worker)) return joinAsWorker(url, story.worker, story.terms.cityId);
  const { demoFor } = story.worker;
  const account = house.accounts.find((known) => known.app === "worker" && known.provenIds.includes(demoFor));
  if (account === undefined) throw new Refusal(`the demo data has no worker with proof of work for ${demoFor}`);
  const worker = await joinAsDemo(url, account);
  await worker.api.workers.setOnline.mutate({ online: true });
  return worker;
}

async function joinArbitrator(url: string, house: House, name: string): Promise<LingongClient> {
  const account = house.accounts.find((known) => known.app === "admin" && known.name === name);
  if (account === undefined) throw new Refusal("the arbitrator offered is not of the demo data");
  return joinAsDemo(url, account);
}

function stepLine(step: PlayedStep): string {
  const offer = step.offerMs === null ? "" : `, offer on the phone after ${step.offerMs} ms`;
  return `  ${step.at.slice(5, 16).replace("T", " ")}  ${step.by.padEnd(10)} ${step.did.padEnd(16)} → ${step.state} (${step.milliseconds} ms${offer})`;
}

/** One worker's standing after the story, as the worker sees it. */
async function printStanding(worker: LingongClient): Promise<void> {
  const { standing, level, completedOrders } = await worker.api.workers.standing.query();
  console.log(`  worker's standing ${standing}, level ${level}, ${completedOrders} completed`);
}

/**
 * Plays the real jobs of `examples/orders` through real clients on a running or self-started server, then audits the ledger
 * from its transfers and verifies every event chain. Exit code 1 on any mismatch.
 */
export const demo: Command = async (words) => {
  const { values } = parseArgs({ args: [...words], options: { json: { type: "boolean" }, url: { type: "string" }, own: { type: "boolean" } } });
  const say = (text: string): void => (values.json ? undefined : console.log(text));
  const server = await findOrStartServer(values.url, values.own === true, (line) =>
    values.json ? undefined : process.stderr.isTTY && process.stderr.write(`\r\u001b[K${line}`),
  );
  const clients: LingongClient[] = [];
  const keep = (client: LingongClient): LingongClient => {
    clients.push(client);
    return client;
  };
  try {
    say(`Playing on ${server.url}`);
    const house = await openHouse(server.url, keep);
    const results: OrderResult[] = [];
    const problems: string[] = [];
    const played: PlayedOrder[] = [];
    let intact = true;
    for (const { id, story } of await readStories()) {
      say(`\n${story.title}`);
      await waitForMorning(await house.admin(), cityOf(story.terms.cityId)?.zone ?? "Asia/Shanghai");
      const worker = keep(await joinWorker(server.url, house, story));
      const customer = keep(await joinAsCustomer(server.url, story.customer, story.terms.cityId));
      const cast = {
        customer,
        worker,
        admin: house.admin,
        arbitrator: async (name: string) => keep(await joinArbitrator(server.url, house, name)),
      };
      const order = await playOrder(id, story, cast, (step) => say(stepLine(step)));
      const dossier = await (await house.admin()).api.admin.dossier.query({ orderId: order.id });
      const result = resultOf(order, dossier);
      const broken = brokenChain(dossier);
      if (broken !== null) intact = false;
      problems.push(...differences(story, result).map((difference) => `${id}: ${difference}`), ...(broken === null ? [] : [`${id}: ${broken}`]));
      results.push(result);
      played.push(order);
      say(wordsOf(result));
      if (!values.json) await printStanding(worker);
      await worker.api.workers.setOnline.mutate({ online: false });
    }
    const audit = await auditJournal(await house.admin());
    const report = reportOf(
      results,
      audit,
      played.map((order) => order.offerMs),
      problems,
      intact,
    );
    if (values.json) console.log(JSON.stringify(report));
    else printReport(report);
    return report.problems.length === 0 && report.ledger.sum === 0 && intact ? 0 : 1;
  } finally {
    for (const client of clients) client.close();
    await server.stop();
  }
};
