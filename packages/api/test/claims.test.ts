import { auditLedger, claims, ledger } from "@lingong/db";
import { DAY, HOUR } from "@lingong/domain";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { completeUpload, maySeePhoto } from "../src/index.ts";
import { createAdmin, signInAgain } from "./admins.ts";
import { codeOf, createWorld, key, type Person, type World } from "./world.ts";

let world: World;
let customer: Person;
let worker: Person;
let support: Person;
let finance: Person;
let orderId: string;
let assignmentId: string;

beforeAll(async () => {
  world = await createWorld();
  customer = await world.customer();
  worker = await world.worker();
  orderId = await world.startedOrder(customer, worker);
  await world.advanceTo(world.clock.now() + 3 * HOUR);
  await world.act(worker, orderId, { type: "finish", reason: "done", doneAddOnIds: [] });
  await world.act(customer, orderId, { type: "confirm" });
  assignmentId = (await customer.api.claims.ofOrder({ orderId })).certificates[0]?.assignmentId ?? "";
  // Sessions of admins are short: they sign in when the work is over.
  support = await createAdmin(world, ["support"]);
  finance = await createAdmin(world, ["finance", "support"]);
});
afterAll(() => world.database.drop());
/** Whatever was tried: nothing leaked, and every claim is in the books as it was decided. */
afterEach(async () => {
  expect(await auditLedger(world.services.db)).toMatchObject({ sum: 0, negative: 0, mismatches: 0, findings: [] });
});

async function upload(person: Person, type: "image/jpeg" | "application/pdf" = "application/pdf"): Promise<string> {
  const photoId = crypto.randomUUID();
  await person.api.photos.createUpload({ photoId, orderId, purpose: "claim", type, bytes: 10, label: "" });
  const stored = { id: photoId, storageKey: photoId, contentType: type === "image/jpeg" ? "image/webp" : type, bytes: 10, sha256: "ab".repeat(32) };
  await completeUpload(world.services, { ...stored, width: null, height: null, takenAt: null, takenPosition: null });
  return photoId;
}

const payee = { holderName: "陈静", cardNumber: "6222021234567890128" };

async function written(person: Person, askedFen: number, change: { claimId?: string; idempotencyKey?: string; fileIds?: string[] } = {}) {
  const wish = { claimId: crypto.randomUUID(), idempotencyKey: key(), fileIds: [await upload(person)], ...change };
  const rest = person === customer ? { payee } : {};
  return person.api.claims.save({ ...wish, ...rest, orderId, assignmentId, kind: "damage", askedFen, text: "擦窗时打碎了玻璃" });
}

async function submitted(person: Person, askedFen: number): Promise<string> {
  const { id } = await written(person, askedFen);
  await person.api.claims.step({ idempotencyKey: key(), claimId: id, command: "submit" });
  return id;
}

type HandleCommand = Parameters<Person["api"]["claims"]["handle"]>[0]["command"];
const handle = (by: Person, claimId: string, command: HandleCommand, idempotencyKey = key()) =>
  by.api.claims.handle({ idempotencyKey, claimId, command });
const approve = (amountFen: number): HandleCommand => ({ type: "approve", amountFen, reason: "照片与发票属实" });

/** Every test leaves nothing under way. */
async function letBe(person: Person, claimId: string): Promise<void> {
  await person.api.claims.step({ idempotencyKey: key(), claimId, command: "withdraw" });
}

describe("a claim", () => {
  it("shows both sides the same certificate, and a stranger none", async () => {
    const [theirs] = (await customer.api.claims.ofOrder({ orderId })).certificates;
    const [workers] = (await worker.api.claims.ofOrder({ orderId })).certificates;
    expect(theirs).toMatchObject({ coverFen: 10_000_000, coverLeftFen: 10_000_000, tier: "basic", mayClaim: true, claims: [] });
    expect(workers).toMatchObject({ number: theirs?.number, claimableUntil: theirs?.claimableUntil });
    const stranger = await world.customer();
    expect(await codeOf(stranger.api.claims.ofOrder({ orderId }))).toBe("not_yours");
  });

  it("of the worker goes from draft to the wallet: decided by one, paid by another", async () => {
    const before = await worker.api.wallet.summary();
    const id = await submitted(worker, 50_000);
    expect((await support.api.claims.queue({})).items).toMatchObject([{ id, state: "submitted", askedFen: 50_000 }]);
    expect((await handle(support, id, { type: "take" })).claim.actions).toEqual(["approve", "refuse"]);
    await handle(support, id, approve(30_000));
    expect(await codeOf(handle(support, id, { type: "pay", transferReference: null }))).toBe("wrong_role");
    const repeat = key();
    await handle(finance, id, { type: "pay", transferReference: null }, repeat);
    await handle(finance, id, { type: "pay", transferReference: null }, repeat);
    expect(await codeOf(handle(finance, id, { type: "pay", transferReference: null }))).toBe("wrong_state");
    const after = await worker.api.wallet.summary();
    expect(after.availableFen - before.availableFen).toBe(30_000);
    const [certificate] = (await customer.api.claims.ofOrder({ orderId })).certificates;
    expect(certificate).toMatchObject({ coverLeftFen: 9_970_000, claims: [] });
    expect((await worker.api.claims.ofOrder({ orderId })).certificates[0]?.claims[0]).toMatchObject({
      state: "paid",
      approvedFen: 30_000,
      text: "擦窗时打碎了玻璃",
    });
    expect((await worker.api.notifications.list({})).items.map(({ kind }) => kind).slice(0, 3)).toEqual([
      "claim_paid",
      "claim_approved",
      "claim_reviewing",
    ]);
    expect((await worker.api.wallet.statement({})).items[0]).toMatchObject({ reason: "claim", fen: 30_000 });
    const order = await customer.api.orders.get({ orderId });
    expect(order.money.heldFen).toBe(0);
  });

  it("of the customer is paid by the insurer's transfer; only the cashier of an approved one reads the account", async () => {
    const id = await submitted(customer, 20_000);
    await handle(support, id, { type: "take" });
    const approved = await handle(support, id, approve(20_000));
    expect(approved).toMatchObject({ payee: null, claim: { payeeMasked: expect.stringMatching(/0128$/) } });
    expect((await finance.api.claims.detail({ claimId: id })).payee).toEqual(payee);
    expect(await codeOf(handle(finance, id, { type: "pay", transferReference: " " }))).toBe("claim_reference_missing");
    await handle(finance, id, { type: "pay", transferReference: "PICC-20261103-7" });
    const posted = (await ledger.listForOrder(world.services.db, orderId)).findLast(({ reason }) => reason === "claim");
    expect(posted?.transfers.map(({ from, to, fen }) => [from, to, fen])).toEqual([
      ["insurer", "compensation", 20_000],
      ["compensation", "gateway:insurer", 20_000],
    ]);
    const record = await claims.findById(world.services.db, id);
    expect(JSON.stringify(record)).not.toContain(payee.cardNumber);
  });

  it.each([[0], [-1], [0.5], [2 ** 53], [10_000_001]])("of %s fen is refused", async (askedFen) => {
    expect(["amount_invalid", "invalid_input", "claim_above_cover"]).toContain(await codeOf(written(customer, askedFen)));
  });

  it("is one at a time for each side, is its author's alone, and the same request is one claim", async () => {
    const [claimId, idempotencyKey, fileIds] = [crypto.randomUUID(), key(), [await upload(customer)]];
    const first = await written(customer, 1_000, { claimId, idempotencyKey, fileIds });
    expect(await written(customer, 1_000, { claimId, idempotencyKey, fileIds })).toEqual(first);
    expect(await codeOf(written(customer, 1_000))).toBe("claim_open");
    const step = { claimId, command: "submit" as const };
    expect(await codeOf(worker.api.claims.step({ ...step, idempotencyKey: key() }))).toBe("not_yours");
    const stranger = await world.worker({ online: false });
    expect(await codeOf(stranger.api.claims.save({ claimId, orderId, assignmentId, idempotencyKey: key(), kind: "other", askedFen: 1 }))).toBe(
      "not_yours",
    );
    expect(await codeOf(customer.api.claims.queue({}))).toBe("wrong_role");
    await letBe(customer, claimId);
    expect(await codeOf(customer.api.claims.step({ ...step, idempotencyKey: key() }))).toBe("wrong_state");
  });

  it("rests on its author's own documents, which the other side never sees", async () => {
    const theirs = await upload(customer, "image/jpeg");
    expect(await codeOf(written(worker, 1_000, { fileIds: [theirs] }))).toBe("not_found");
    const { id } = await written(worker, 1_000, { fileIds: [] });
    expect(await codeOf(worker.api.claims.step({ idempotencyKey: key(), claimId: id, command: "submit" }))).toBe("claim_incomplete");
    await letBe(worker, id);
    const session = async (app: "customer" | "worker" | "admin", person: Person) => (await world.contextFor(app, person.token)).session;
    expect(await maySeePhoto(world.services, await session("worker", worker), theirs)).toBe(false);
    expect(await maySeePhoto(world.services, await session("admin", support), theirs)).toBe(true);
    expect((await worker.api.photos.list({ orderId })).map(({ id: photo }) => photo)).not.toContain(theirs);
  });

  it("is decided once, when two decide at the same time, and never above what was asked", async () => {
    const id = await submitted(customer, 5_000);
    await handle(support, id, { type: "take" });
    expect(await codeOf(handle(support, id, approve(5_001)))).toBe("claim_amount_invalid");
    expect(await codeOf(handle(finance, id, approve(5_000)))).toBe("claim_taken");
    const answers = await Promise.all([codeOf(handle(support, id, approve(5_000))), codeOf(handle(support, id, { type: "refuse", reason: "x" }))]);
    expect(answers.toSorted()).toEqual(["accepted", "wrong_state"]);
    const { claim } = await support.api.claims.detail({ claimId: id });
    if (claim.state === "approved") await handle(finance, id, { type: "pay", transferReference: "PICC-2" });
  });

  it("shares the cover with the other side, also when both are approved at the same time", async () => {
    const left = (await customer.api.claims.ofOrder({ orderId })).certificates[0]?.coverLeftFen ?? 0;
    const [one, other] = [await submitted(customer, left), await submitted(worker, left)];
    for (const id of [one, other]) await handle(support, id, { type: "take" });
    const answers = await Promise.all([codeOf(handle(support, one, approve(left))), codeOf(handle(support, other, approve(left)))]);
    expect(answers.toSorted()).toEqual(["accepted", "claim_above_cover"]);
    for (const id of [one, other]) {
      const { claim } = await support.api.claims.detail({ claimId: id });
      if (claim.state === "approved") await handle(finance, id, { type: "pay", transferReference: "PICC-3" });
      else await handle(support, id, { type: "refuse", reason: "保额已用完" });
    }
    expect((await customer.api.claims.ofOrder({ orderId })).certificates[0]?.coverLeftFen).toBe(0);
  });

  it("comes too late thirty days after the cover ended", async () => {
    const { id } = await written(worker, 1_000);
    await world.advanceTo(world.clock.now() + 30 * DAY);
    const again = await world.signIn("worker", worker.phone);
    expect(await codeOf(again.api.claims.step({ idempotencyKey: key(), claimId: id, command: "submit" }))).toBe("claim_too_late");
    expect((await again.api.claims.ofOrder({ orderId })).certificates[0]?.mayClaim).toBe(false);
    await letBe(again, id);
    support = await signInAgain(world, support);
    expect((await support.api.claims.queue({})).items).toEqual([]);
    expect((await support.api.claims.queue({ shown: "ended" })).items.length).toBeGreaterThan(2);
    expect((await support.api.admin.auditLog({})).items.map(({ action }) => action)).toContain("claims.approve");
  });

  it("that was paid otherwise than decided, or not at all, is found by the audit", async () => {
    const { db } = world.services;
    const paid = await db.selectFrom("claims").select(["id", "state", "approved_fen"]).where("state", "=", "paid").executeTakeFirstOrThrow();
    const set = (values: { state?: string; approved_fen?: number | null }) =>
      db.updateTable("claims").set(values).where("id", "=", paid.id).execute();
    await set({ approved_fen: (paid.approved_fen ?? 0) - 1 });
    expect(await auditLedger(db)).toMatchObject({ mismatches: 1, findings: ["1 claims were paid otherwise than approved"] });
    await set({ state: "refused", approved_fen: null });
    expect(await auditLedger(db)).toMatchObject({ mismatches: 1, findings: ["1 claim entries without a paid claim"] });
    await set({ state: paid.state, approved_fen: paid.approved_fen });
  });
});
