import {
  type Actor,
  type Command,
  defaultPolicy,
  draft,
  dueAt,
  type Facts,
  type Instant,
  MINUTE,
  type Order,
  type Outcome,
  type Terms,
  termsHash,
  transition,
  type WorkerSnapshot,
} from "@lingong/domain";
import { sampleFacts, sampleHome, sampleMorning, sampleTerms, sampleWorker } from "@lingong/domain/samples";
import type { Database } from "../database.ts";
import { newId } from "../id.ts";
import { insertOrFind } from "../people/users.repository.ts";
import * as workers from "../people/workers.repository.ts";
import { GENESIS_HASH } from "./chain.ts";
import { findById } from "./orders.repository.ts";
import { type SaveAnswer, saveOrder } from "./save-order.ts";
import { type CommandRecord, saveOrderInput } from "./save-order-input.ts";

// Orders that walk the real table into a real database: shared by the tests of this package.

export const morning = sampleMorning;
const home = sampleHome;
const terms: Terms = { ...sampleTerms, note: "厨房去油污 🧽" };

function candidateOf(id: string, calendarVersion: number): WorkerSnapshot {
  return sampleWorker({ id, calendarVersion });
}

export async function makeCustomer(db: Database): Promise<string> {
  const { user } = await insertOrFind(db, {
    displayName: "陈女士",
    cityId: "shanghai",
    phoneCipher: null,
    phoneHash: null,
    isCustomer: true,
    createdAt: morning,
  });
  return user.id;
}

/** A verified worker who is online. */
export async function makeWorker(db: Database): Promise<string> {
  const { user } = await insertOrFind(db, {
    displayName: "李师傅",
    cityId: "shanghai",
    phoneCipher: null,
    phoneHash: null,
    isWorker: true,
    createdAt: morning,
  });
  await workers.insert(db, { id: user.id, cityId: "shanghai", kind: "individual", now: morning });
  await workers.update(db, user.id, { verified: true });
  await workers.setOnline(db, { id: user.id, online: true, now: morning });
  return user.id;
}

/** What one step needs to be saved. */
export interface Saving {
  readonly command?: CommandRecord | null;
  readonly calendarVersions?: Readonly<Record<string, number>>;
}

export function save(db: Database, outcome: Outcome, previousHash: string, saving: Saving = {}): Promise<SaveAnswer> {
  return saveOrder(
    db,
    saveOrderInput(outcome, {
      previousHash,
      deadline: dueAt(outcome.order, defaultPolicy),
      command: saving.command ?? null,
      ...(saving.calendarVersions === undefined ? {} : { calendarVersions: saving.calendarVersions }),
    }),
  );
}

/** Judges a command on an order and expects it to be allowed. */
export function decide(order: Order, actor: Actor, command: Command, now: Instant, facts: Partial<Facts> = {}): Outcome {
  const result = transition(order, actor, command, sampleFacts({ candidate: null, ...facts }), now);
  if (!result.ok) throw new Error(`${command.type} from ${order.state} was refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Loads, decides and saves one step, expecting it to be saved. Returns the order after it. */
export async function step(db: Database, orderId: string, actor: Actor, command: Command, now: Instant, facts: Partial<Facts> = {}): Promise<Order> {
  const record = await findById(db, orderId);
  if (record === null) throw new Error("no such order");
  const outcome = decide(record.order, actor, command, now, facts);
  const answer = await save(db, outcome, record.hash);
  if (answer.status !== "saved") throw new Error(`${command.type} ended as ${JSON.stringify(answer)}`);
  return outcome.order;
}

export const provider: Actor = { role: "payment_provider", id: "sandbox" };

export function draftOf(customerId: string, changes: Partial<Terms> = {}): Outcome {
  return draft({ id: newId(), cityId: "shanghai", zone: "Asia/Shanghai", customerId, terms: { ...terms, ...changes } }, morning);
}

/** An order that waits for a worker: placed and paid at 09:00 for 14:00, three hours at 50 yuan. */
export async function paidOrder(db: Database, customerId: string, changes: Partial<Terms> = {}): Promise<Order> {
  const first = draftOf(customerId, changes);
  await save(db, first, GENESIS_HASH);
  const paymentId = newId();
  const placed = await step(
    db,
    first.order.id,
    { role: "customer", id: customerId },
    { type: "place", termsHash: termsHash(first.order.terms), paymentId },
    morning,
  );
  const fen = placed.payments[0]?.fen ?? 0;
  const capture: Command = { type: "capturePayment", paymentId, fen, captureId: newId(), assignmentId: newId() };
  return step(db, placed.id, provider, capture, morning);
}

/** An open offer by which a worker may take a waiting order, as from the hall: a worker may have many. */
export async function offerTo(db: Database, order: Order, workerId: string): Promise<string> {
  const row = await db
    .insertInto("offers")
    .values({
      city_id: order.cityId,
      order_id: order.id,
      worker_id: workerId,
      kind: "hall",
      round: order.matching?.round ?? 1,
      live: false,
      created_at: morning,
      expires_at: morning + MINUTE,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** A worker's acceptance of an offer, decided on the order as given. */
export function acceptance(order: Order, workerId: string, offerId: string, calendarVersion: number): Outcome {
  const offer = { id: offerId, workerId, round: order.matching?.round ?? 1, state: "open" as const, expiresAt: morning + MINUTE };
  const command: Command = { type: "accept", offerId, assignmentId: newId() };
  return decide(order, { role: "worker", id: workerId }, command, morning, { offer, candidate: candidateOf(workerId, calendarVersion) });
}

/** Runs an accepted order to its end: on time, three hours, confirmed. */
export async function workOff(db: Database, order: Order, workerId: string): Promise<Order> {
  const start = order.startsAt ?? morning;
  const worker: Actor = { role: "worker", id: workerId };
  const facts = { candidate: candidateOf(workerId, 0) };
  await step(db, order.id, worker, { type: "depart" }, start - 30 * MINUTE, facts);
  await step(db, order.id, worker, { type: "arrive", position: home, headcount: 1 }, start - 10 * MINUTE, facts);
  await step(db, order.id, worker, { type: "start", headcount: 1 }, start, facts);
  await step(db, order.id, worker, { type: "finish", reason: "done", doneAddOnIds: [] }, start + 150 * MINUTE, facts);
  return step(db, order.id, { role: "customer", id: order.customerId }, { type: "confirm" }, start + 160 * MINUTE, facts);
}
