import type { LingongClient } from "@lingong/client";
import type { TermsInput } from "@lingong/contracts";
import { realJob, workerFor } from "../bench/job.ts";
import { Refusal } from "../command.ts";
import { joinAsCustomer, joinAsDemo, joinAsWorker } from "../play/people.ts";

/** Somebody with a client; `id` is theirs. */
export interface Player {
  readonly id: string;
  readonly client: LingongClient;
}

/** Everybody who takes part: their doings meet in the same few hours and places. */
export interface Cast {
  readonly job: TermsInput;
  readonly customers: readonly Player[];
  readonly workers: readonly Player[];
  readonly operator: LingongClient;
  readonly arbitrators: readonly Player[];
  /** Signs the admins in again: their sessions are short, and here days pass in a moment. */
  readonly renewAdmins: () => Promise<void>;
}

/** A name and a card per worker: the card's last digits say how the gateway treats its payouts. */
const people = [
  { name: "周桂芳", card: "6225880000000001" },
  { name: "丁海燕", card: "6225880000090010" },
  { name: "李志强", card: "6225880000090002" },
] as const;

async function playerOf(client: LingongClient): Promise<Player> {
  return { id: (await client.api.accounts.me.query()).id, client };
}

async function joinAndBind(url: string, job: TermsInput, index: number): Promise<Player> {
  const { name, card } = people[index % people.length] ?? people[0];
  const worker = await joinAsWorker(url, workerFor(job, index, name), job.cityId);
  await worker.api.wallet.bindAccount
    .mutate({ idempotencyKey: crypto.randomUUID(), kind: "bank_card", institution: "招商银行", number: card, holderName: name })
    .catch(() => undefined);
  return playerOf(worker);
}

/** Brings the people together: new customers and workers, and the seeded admins. */
export async function gatherCast(url: string, size: { customers: number; workers: number }): Promise<Cast> {
  const job = await realJob();
  const join = async (_: unknown, index: number) => playerOf(await joinAsCustomer(url, { name: `客户${index + 1}`, salutation: "ms" }, job.cityId));
  const customers = await Promise.all(Array.from({ length: size.customers }, join));
  const workers = await Promise.all(Array.from({ length: size.workers }, (_, index) => joinAndBind(url, job, index)));
  const [first] = customers;
  const accounts = (await first?.client.api.development.accounts.query()) ?? [];
  const admins = accounts.filter(({ app }) => app === "admin");
  const clients = await Promise.all(admins.map((account) => joinAsDemo(url, account)));
  const [operator, ...others] = clients;
  if (operator === undefined) throw new Refusal("the server has no seeded admins");
  const renewAdmins = async () => {
    for (const [index, account] of admins.entries()) {
      const renewed = await joinAsDemo(url, account);
      clients[index]?.setToken(renewed.token());
      renewed.close();
    }
  };
  return { job, customers, workers, operator, arbitrators: await Promise.all(others.map(playerOf)), renewAdmins };
}

/** Closes everybody's client: an open one would ask for its server for ever. */
export function dismiss({ customers, workers, arbitrators, operator }: Cast): void {
  for (const { client } of [...customers, ...workers, ...arbitrators]) client.close();
  operator.close();
}
