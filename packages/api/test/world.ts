import { randomUUID } from "node:crypto";
import type { ActInput, AppName, Me, OrderCommand, OrderView, TermsInput } from "@lingong/contracts";
import { acquireLease, drainOutbox, type FeedRow, markEmitted } from "@lingong/db";
import { createTestDatabase } from "@lingong/db/testing";
import { DAY, type ErrorCode, HOUR, type Instant } from "@lingong/domain";
import { TRPCError } from "@trpc/server";
import { expect, inject } from "vitest";
import {
  appRouter,
  type Context,
  createCallerFactory,
  createContext,
  createRateLimiter,
  createSecrets,
  createSessionCache,
  DomainException,
  jobForRow,
  jobs,
  receivePaymentEvent,
  runDispatchRound,
  type Services,
  timersOf,
} from "../src/index.ts";
import { straightLine, testClock, testIdentity, testInbox, testLogger, testPayment, testPush, testReceipts } from "./outside.ts";

/** Tuesday 3 November 2026, 09:00 in Shanghai. */
export const morning: Instant = Date.UTC(2026, 10, 3, 1);
export const place = { lat: 31.2215, lng: 121.5447 };

const makeCaller = createCallerFactory(appRouter);
export type Caller = ReturnType<typeof makeCaller>;

/** Somebody who is signed in. */
export interface Person {
  readonly id: string;
  readonly phone: string;
  readonly token: string;
  readonly api: Caller;
}

export const key = () => randomUUID();

/** Digits of an ID number with its check character. */
export function idNumber(seed: number): string {
  const first17 = `3101151985031${String(seed).padStart(4, "0")}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return `${first17}${"10X98765432"[sum % 11]}`;
}

/** Everything of one test file: a database of its own, a clock it moves, an outside it commands. */
export async function createWorld() {
  const database = await createTestDatabase(inject("postgresUrl"));
  const clock = testClock(morning);
  const [sms, payment, identity, logger, receipts] = [testInbox(clock), testPayment(), testIdentity(), testLogger(), testReceipts()];
  const push = testPush();
  let fired = 0;
  const services: Services = {
    db: database.db,
    clock,
    logger,
    secrets: createSecrets("a master key for tests, long enough to be one"),
    payment,
    sms,
    identity,
    push: push.provider,
    files: { urlOf: (id) => `/files/${id}`, thumbnailUrlOf: (id) => `/files/${id}?size=thumbnail`, remove: async () => {} },
    map: straightLine,
    receipts,
    production: false,
    publicUrl: "http://localhost:3000",
    sessions: createSessionCache(),
    limiter: createRateLimiter(1_000),
    demoCodes: new Map(),
    development: { inbox: sms, advanceTo: async (instant) => advanceTo(instant) },
  };

  /** What the relay does: rows to the feed, jobs done. Answers the rows. */
  async function relay(): Promise<FeedRow[]> {
    const all: FeedRow[] = [];
    for (;;) {
      const rows = await drainOutbox(services.db);
      const [first, last] = [rows[0], rows.at(-1)];
      if (first === undefined || last === undefined) return all;
      await markEmitted(services.db, { first: first.position, last: last.position });
      all.push(...rows);
      for (const row of rows) {
        const job = jobForRow(services, row);
        if (job !== null) await jobs[job.task](services, job.payload).catch(() => {});
      }
    }
  }

  async function dispatch(cityId = "shanghai") {
    const lease = await acquireLease(services.db, { name: `dispatch:${cityId}`, holder: "test", milliseconds: 60_000 });
    if (lease === null) throw new Error("the lease is taken");
    const { recorded, ...report } = await runDispatchRound(services, cityId, lease);
    await recorded;
    return report;
  }

  async function fireTimers(): Promise<number> {
    let count = 0;
    for (const timer of timersOf(services)) count += await timer.fireDue();
    return count;
  }

  /** Moves the clock, stopping where something falls due. */
  async function advanceTo(target: Instant): Promise<number> {
    const before = fired;
    for (;;) {
      const dues = await Promise.all(timersOf(services).map((timer) => timer.nextDueAt()));
      const next = dues.reduce<Instant | null>((a, b) => (a === null ? b : b === null ? a : Math.min(a, b)), null);
      if (next === null || next > target) break;
      clock.set(next);
      const count = await fireTimers();
      if (count === 0) break;
      fired += count;
      await relay();
    }
    clock.set(target);
    return fired - before;
  }

  async function contextFor(
    app: AppName,
    token: string | null,
    cookies: Record<string, string> = {},
    language = "zh-CN",
  ): Promise<Context & { readonly written: Map<string, string | null> }> {
    const written = new Map<string, string | null>();
    const context = await createContext(services, {
      headers: {
        "x-lingong-app": app,
        "user-agent": "vitest",
        "x-lingong-language": language,
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      cookies,
      address: "127.0.0.1",
      reference: "TEST",
      writeCookie: (name, value) => void written.set(name, value),
    });
    return { ...context, written };
  }

  /** A caller that looks its session up anew for each call, as a server does for each request. */
  function callerFor(app: AppName, token: string | null, language?: string): Caller {
    return makeCaller(() => contextFor(app, token, {}, language));
  }

  async function signIn(app: "customer" | "worker", phone: string): Promise<Person> {
    const anonymous = callerFor(app, null);
    await anonymous.accounts.requestCode({ phone });
    const code = (await sms.messages(phone))[0]?.code ?? "";
    const { me, token } = await anonymous.accounts.signInWithCode({ phone, code, transport: "bearer" });
    if (token === null) throw new Error("no token");
    return { id: me.id, phone, token, api: callerFor(app, token) };
  }

  let people = 0;
  const nextPhone = () => {
    people += 1;
    return `1380000${String(people).padStart(4, "0")}`;
  };

  async function customer(): Promise<Person> {
    return signIn("customer", nextPhone());
  }

  /** A verified worker, online at `home`. */
  async function worker(
    options: {
      readonly home?: { lat: number; lng: number };
      readonly categoryIds?: string[];
      readonly name?: string;
      readonly online?: boolean;
    } = {},
  ): Promise<Person> {
    const person = await signIn("worker", nextPhone());
    await register(person, options.name ?? "周桂芳", options);
    await relay();
    if (options.online !== false) await person.api.workers.setOnline({ online: true, position: options.home ?? place });
    await relay();
    return person;
  }

  async function register(
    person: Person,
    realName: string,
    options: { readonly home?: { lat: number; lng: number }; readonly categoryIds?: string[] } = {},
  ): Promise<Me> {
    return person.api.accounts.registerWorker({
      realName,
      idNumber: idNumber(people),
      consent: true,
      kind: "individual",
      categoryIds: options.categoryIds ?? ["daily_cleaning"],
      tags: ["kitchen", "bathroom", "pets"],
      home: options.home ?? place,
      radiusKm: 20,
    });
  }

  function act(person: Person, orderId: string, command: OrderCommand, idempotencyKey: string = key(), rest: Partial<ActInput> = {}) {
    return person.api.orders.act({ orderId, idempotencyKey, command, ...rest });
  }

  /** The provider tells that a payment was captured. */
  async function pay(paymentId: string, fen: number, captureId: string = `pay_${randomUUID().replaceAll("-", "")}`) {
    const verdict = await payment.verifyWebhook(
      payment.sign({ kind: "payment_captured", eventId: `evt_${randomUUID()}`, at: clock.now(), paymentId, captureId, fen }),
    );
    if (!verdict.ok) throw new Error(verdict.refusal);
    return receivePaymentEvent(services, verdict.event);
  }

  /** A draft, signed and waiting for payment. */
  async function place_(person: Person, change: Partial<TermsInput> = {}) {
    const { orderId, termsHash } = await person.api.orders.createDraft({ idempotencyKey: key(), terms: { ...terms(), ...change } });
    const placed = await act(person, orderId, { type: "place", termsHash });
    if (placed.payment === null) throw new Error("no payment is asked for");
    return { orderId, payment: placed.payment, order: placed.order };
  }

  /** A paid order, looking for a worker. */
  async function paidOrder(person: Person, change: Partial<TermsInput> = {}): Promise<string> {
    const { orderId, payment: asked } = await place_(person, change);
    await pay(asked.id, asked.fen);
    return orderId;
  }

  /** An order this worker has. */
  async function acceptedOrder(person: Person, by: Person, change: Partial<TermsInput> = {}): Promise<string> {
    const orderId = await paidOrder(person, change);
    await dispatch();
    const offer = (await by.api.offers.open()).find((each) => each.orderId === orderId);
    if (offer === undefined) throw new Error("the worker was not asked");
    const { contractHash } = await by.api.offers.get({ offerId: offer.id });
    await by.api.offers.accept({ offerId: offer.id, idempotencyKey: key(), contractHash });
    return orderId;
  }

  /** Takes an accepted order to work: departed, arrived and started in time. */
  async function startedOrder(person: Person, by: Person, change: Partial<TermsInput> = {}): Promise<string> {
    const orderId = await acceptedOrder(person, by, change);
    const order = await by.api.orders.get({ orderId });
    const start = Date.parse(order.workingStart ?? "");
    await advanceTo(start - 30 * 60_000);
    await act(by, orderId, { type: "depart" });
    await advanceTo(start - 10 * 60_000);
    await act(by, orderId, { type: "arrive", position: place });
    await advanceTo(start);
    await act(by, orderId, { type: "start", headcount: 1 });
    return orderId;
  }

  return {
    services,
    database,
    clock,
    sms,
    payment,
    identity,
    receipts,
    push,
    logger,
    relay,
    dispatch,
    fireTimers,
    advanceTo,
    contextFor,
    callerFor,
    signIn,
    nextPhone,
    customer,
    worker,
    register,
    act,
    pay,
    place: place_,
    paidOrder,
    acceptedOrder,
    startedOrder,
  };
}

export type World = Awaited<ReturnType<typeof createWorld>>;

/** Three hours of regular cleaning in two days' time. */
export function terms(): TermsInput {
  return {
    cityId: "shanghai",
    categoryId: "daily_cleaning",
    scope: [
      { key: "area", value: 89 },
      { key: "layout", value: "three_rooms" },
      { key: "focus", value: ["kitchen_grease", "bathroom_scale"] },
    ],
    note: "家里有两只猫",
    tags: ["kitchen"],
    address: { district: "浦东新区", line: "联洋年华 12 号楼 1202", accessNotes: "门禁 1202#", position: place },
    startsAt: new Date(morning + 2 * DAY + 5 * HOUR).toISOString(),
    bookedMinutes: 180,
    rateFenPerHour: 5_000,
  };
}

/** The domain's code of a refused call. */
export async function codeOf(call: Promise<unknown>): Promise<ErrorCode | string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof TRPCError) {
      if (error.cause instanceof DomainException) return error.cause.error.code;
      return error.cause?.name === "ZodError" ? "invalid_input" : `${error.code}: ${error.message}`;
    }
    if (error instanceof DomainException) return error.error.code;
    throw error;
  }
  return "accepted";
}

/** Money of an order adds up: captured = released + refunded + commission + held (I3). */
export function expectConserved(order: OrderView): void {
  const { prepaidFen, heldFen, refundedFen, workerNetFen, commissionFen } = order.money;
  expect(prepaidFen).toBe(heldFen + refundedFen + workerNetFen + commissionFen);
}
