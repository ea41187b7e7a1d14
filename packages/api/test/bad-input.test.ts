import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appRouter, createCallerFactory } from "../src/index.ts";
import { codeOf, createWorld, type Person, type World } from "./world.ts";

let world: World;
let customer: Person;
let worker: Person;

beforeAll(async () => {
  world = await createWorld();
  [customer, worker] = [await world.customer(), await world.worker()];
});
afterAll(() => world.database.drop());

const huge = "x".repeat(10 * 1024 * 1024);
const uuid = "01890a5d-ac96-774b-bcce-b302099a8057";
/** What a stranger may send in the place of an input. */
const nonsense: readonly unknown[] = [
  undefined,
  null,
  0,
  "",
  huge,
  [],
  {},
  { orderId: huge, phone: huge, text: huge, cursor: huge },
  {
    orderId: uuid,
    offerId: uuid,
    photoId: uuid,
    draftId: uuid,
    reviewId: uuid,
    workerId: uuid,
    userId: uuid,
    sessionId: uuid,
    accountId: uuid,
    id: uuid,
  },
  { orderId: { $ne: null }, phone: { $gt: "" }, __proto__: { admin: true } },
  { amountFen: Number.MAX_VALUE, limit: -1, position: { lat: "31", lng: null }, cursor: "'; drop table users; --" },
];

/** Domain codes only: nothing that a caller can send may be an unexpected error. */
const codes = new Set(["UNPROCESSABLE_CONTENT", "BAD_REQUEST", "UNAUTHORIZED", "FORBIDDEN", "NOT_FOUND", "CONFLICT", "TOO_MANY_REQUESTS"]);

function callables(caller: object): [string, (input: unknown) => Promise<unknown>][] {
  return Object.keys(appRouter._def.procedures).map((path) => {
    const [noun = "", verb = ""] = path.split(".");
    const router = (caller as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[noun];
    return [path, (input) => router?.[verb]?.(input) ?? Promise.reject(new Error(path))];
  });
}

describe("every procedure", () => {
  it("answers nonsense with a typed refusal, whoever sends it, and logs nothing", async () => {
    const callers = {
      nobody: world.callerFor("customer", null),
      customer: customer.api,
      worker: worker.api,
      forged: world.callerFor("admin", customer.token),
    };
    const surprises: string[] = [];
    let tried = 0;
    for (const [who, caller] of Object.entries(callers)) {
      for (const [path, call] of callables(caller)) {
        if (path === "accounts.signOut" || path === "accounts.signOutEverywhere") continue;
        for (const input of nonsense) {
          tried += 1;
          const error = await call(input).then(
            () => null,
            (thrown: unknown) => thrown as { code?: string },
          );
          if (error !== null && !codes.has(error.code ?? "")) surprises.push(`${who} ${path}: ${error.code ?? error}`);
        }
      }
    }
    expect(surprises).toEqual([]);
    expect(tried).toBeGreaterThan(3_000);
    expect(world.logger.lines).toEqual([]);
  });

  it("belongs to its role", async () => {
    for (const [path, call] of callables(world.callerFor("customer", null))) {
      const code = await codeOf(call({ orderId: uuid }));
      const open = [
        "accounts.",
        "catalog.",
        "clock.",
        "development.",
        "workers.profile",
        "workers.freeStarts",
        "workers.demand",
        "reviews.listFor",
        "orders.preview",
        "policy.plansInForce",
        "cases.ofWorker",
      ];
      if (!open.some((prefix) => path.startsWith(prefix)) || path === "accounts.me")
        expect([path, code === "not_signed_in" || code === "invalid_input"]).toEqual([path, true]);
    }
  });
});

describe("text that PostgreSQL cannot hold", () => {
  it("is refused wherever it comes in", async () => {
    for (const text of ["a\u0000b", "\ud800"]) {
      expect(await codeOf(customer.api.accounts.updateProfile({ displayName: text }))).toMatch(/^(invalid_input|accepted)$/);
      expect(await codeOf(customer.api.drafts.save({ draftId: uuid, categoryId: "cooking", step: "s", form: { text } }))).toMatch(
        /^(invalid_input|accepted)$/,
      );
      expect(await codeOf(customer.api.catalog.search({ cityId: "shanghai", text: `${text}x` }))).toMatch(/^(invalid_input|accepted)$/);
    }
    expect(world.logger.lines).toEqual([]);
  });
});

describe("development's own procedures", () => {
  it("do not exist in production mode", async () => {
    const services = { ...world.services, production: true, development: null };
    const context = { ...(await world.contextFor("customer", null)), services };
    const production = createCallerFactory(appRouter)(context);
    expect(await codeOf(production.development.advanceClock({ byMs: 1 }))).toBe("not_found");
    expect(await codeOf(production.development.inbox({}))).toBe("not_found");
    const moved = await world.callerFor("customer", null).development.advanceClock({ byMs: 1_000 });
    expect(Date.parse(moved.now)).toBe(world.clock.now());
    expect((await world.callerFor("customer", null).development.inbox({ phone: customer.phone }))[0]?.code).toMatch(/^\d{6}$/);
  });
});
