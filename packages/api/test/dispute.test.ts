import { ledger, orders, photos, users } from "@lingong/db";
import { DAY, HOUR, type Instant, MINUTE, replay } from "@lingong/domain";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { completeUpload, maySeePhoto, runDueDeadlines } from "../src/index.ts";
import { codeOf, createWorld, expectConserved, key, type Person, type World } from "./world.ts";

let world: World;
let customer: Person;
let worker: Person;
let operator: Person;
let arbitrators: Person[];

async function admin(roles: string[]): Promise<Person> {
  const phone = world.nextPhone();
  const person = await world.signIn("customer", phone);
  await person.api.accounts.setPassword({ password: "correct horse 7" });
  await users.update(world.services.db, person.id, { adminRoles: roles });
  await world.advanceTo(world.clock.now() + MINUTE);
  return signInAdmin(phone, person);
}

async function signInAdmin(phone: string, person: Pick<Person, "id">): Promise<Person> {
  const anonymous = world.callerFor("admin", null);
  await anonymous.accounts.requestCode({ phone });
  const code = (await world.sms.messages(phone))[0]?.code ?? "";
  const { token } = await anonymous.accounts.signInWithPassword({ phone, password: "correct horse 7", code, transport: "bearer" });
  return { id: person.id, phone, token: token ?? "", api: world.callerFor("admin", token) };
}

beforeAll(async () => {
  world = await createWorld();
  operator = await admin(["operator"]);
  arbitrators = [];
  for (let count = 0; count < 4; count += 1) arbitrators.push(await admin(["arbitrator"]));
});
afterAll(() => world.database.drop());
/** Each test has a customer and a worker of its own; nobody else is online. */
beforeEach(async () => {
  customer = await world.customer();
  worker = await world.worker();
});
afterEach(async () => {
  await world.services.db.updateTable("workers").set({ online: false }).execute();
});

/** Nine in the morning of the next day but one: rested, and nobody's first visit at night. */
const nextStart = (): { startsAt: string } => ({ startsAt: new Date(Math.floor(world.clock.now() / DAY + 2) * DAY + HOUR).toISOString() });

/** Three hours worked and finished: a bill of 150 yuan. */
async function finishedOrder(): Promise<string> {
  const orderId = await world.startedOrder(customer, worker, nextStart());
  await world.advanceTo(world.clock.now() + 3 * HOUR);
  await world.act(worker, orderId, { type: "finish", reason: "done", doneAddOnIds: [] });
  return orderId;
}

async function disputedOrder(amountFen = 6_000): Promise<string> {
  const orderId = await finishedOrder();
  await world.act(customer, orderId, { type: "openDispute", amountFen, reason: "玻璃没擦" });
  return orderId;
}

/** A file of this person that has arrived whole. */
async function upload(
  person: Person,
  orderId: string,
  type: "image/jpeg" | "application/pdf" = "image/jpeg",
  purpose: "evidence" | "after" = "evidence",
) {
  const photoId = crypto.randomUUID();
  await person.api.photos.createUpload({ photoId, orderId, purpose, type, bytes: 10, label: "" });
  await completeUpload(world.services, {
    id: photoId,
    storageKey: photoId,
    contentType: type === "image/jpeg" ? "image/webp" : type,
    bytes: 10,
    width: null,
    height: null,
    sha256: "ab".repeat(32),
    takenAt: null,
    takenPosition: null,
  });
  return photoId;
}

const found = async (orderId: string) => {
  const { order } = (await orders.findById(world.services.db, orderId)) ?? {};
  if (order?.dispute == null) throw new Error("no dispute");
  return { order, dispute: order.dispute };
};
const inCharge = async (orderId: string): Promise<Person> => {
  const { dispute } = await found(orderId);
  const person = arbitrators.find(({ id }) => id === dispute.arbitratorId);
  if (person === undefined) throw new Error("nobody is in charge");
  // A session ends while days pass on the test's clock.
  return signInAdmin(person.phone, person);
};
const local = (instant: Instant) => new Date(instant + 8 * HOUR).toISOString().slice(0, 16);
const decision = { type: "decideDispute" as const, toWorkerFen: 4_000, toCustomerFen: 2_000, reason: "五项中一项无完成证据", citedVersions: [1, 2] };

describe("a dispute", () => {
  it("settles what is not disputed at once, and is in the hands of the least loaded arbitrator", async () => {
    const first = await found(await disputedOrder());
    const second = await found(await disputedOrder());
    expect(first.order.money).toMatchObject({ releasedFen: 7_380, commissionFen: 1_620, refundedFen: 0 });
    expect(first.dispute).toMatchObject({ heldFen: 6_000, claimedFen: 6_000, state: "evidence" });
    expect(first.dispute.arbitratorId).not.toBe(second.dispute.arbitratorId);
    const notices = await world.services.db
      .selectFrom("notifications")
      .select("kind")
      .where("user_id", "=", first.dispute.arbitratorId ?? "")
      .execute();
    expect(notices.map(({ kind }) => kind)).toContain("dispute_assigned");
  });

  it("tells before it is opened when each clock would end, on the working-day calendar", async () => {
    const orderId = await finishedOrder();
    const { disputeClocks } = await customer.api.orders.get({ orderId });
    expect(Date.parse(disputeClocks?.evidenceEndsAt ?? "")).toBe(world.clock.now() + 48 * HOUR);
    await world.act(customer, orderId, { type: "openDispute", amountFen: 100, reason: "x" });
    expect((await customer.api.orders.get({ orderId })).disputeClocks).toBeNull();
    await world.advanceTo(world.clock.now() + 48 * HOUR);
    const { dispute } = await found(orderId);
    expect(new Date(dispute.dueAt).toISOString()).toBe(disputeClocks?.decidesAt);
    expect(dispute.state).toBe("deciding");
    expect(local(dispute.dueAt).slice(11)).toBe("00:00");
  });
});

describe("evidence", () => {
  it("comes from both sides within 48 h, is kept for ever and read by them and the arbitrator alone", async () => {
    const orderId = await disputedOrder();
    const [photo, document] = [await upload(customer, orderId), await upload(worker, orderId, "application/pdf")];
    await world.act(customer, orderId, { type: "addEvidence", text: "冰箱里没擦，电话 13812345678", fileIds: [photo] });
    await world.act(worker, orderId, { type: "addEvidence", text: "", fileIds: [document] });
    const seen = (await worker.api.orders.get({ orderId })).dispute?.evidence;
    expect(seen?.map(({ by, text, files }) => [by, text, files.map(({ id, type }) => [id, type])])).toEqual([
      ["customer", "冰箱里没擦，电话 ***********", [[photo, "image/webp"]]],
      ["worker", null, [[document, "application/pdf"]]],
    ]);
    const arbitrator = await inCharge(orderId);
    expect((await arbitrator.api.orders.get({ orderId })).dispute?.evidence).toEqual(seen);
    for (const other of [operator, ...arbitrators.filter(({ id }) => id !== arbitrator.id)]) {
      const caller = await signInAdmin(other.phone, other);
      const view = await caller.api.orders.get({ orderId });
      expect(view.dispute?.evidence).toBeNull();
      expect(view.photos.filter(({ purpose }) => purpose === "evidence")).toEqual([]);
      expect(await caller.api.photos.list({ orderId })).toEqual([]);
      const { session } = await world.contextFor("admin", caller.token);
      expect(await maySeePhoto(world.services, session, photo)).toBe(false);
    }
    const { session } = await world.contextFor("admin", arbitrator.token);
    expect(await maySeePhoto(world.services, session, photo)).toBe(true);
  });

  it("stands in the chain by hash and commitment, its words beside it, sealed", async () => {
    const orderId = await disputedOrder();
    const photo = await upload(customer, orderId);
    await world.act(customer, orderId, { type: "addEvidence", text: "厨房的玻璃", fileIds: [photo] });
    const { order, dispute } = await found(orderId);
    expect(dispute.evidence).toEqual([
      expect.objectContaining({ by: "customer", version: order.version, files: [{ photoId: photo, sha256: "ab".repeat(32), type: "image/webp" }] }),
    ]);
    const events = await orders.listEvents(world.services.db, orderId);
    expect(JSON.stringify(events)).not.toContain("厨房的玻璃");
    expect(replay(events.map(({ event }) => event))).toEqual(order);
    const rows = await world.services.db.selectFrom("evidence_texts").selectAll().where("order_id", "=", orderId).execute();
    expect(rows.map(({ text_cipher }) => text_cipher.toString("utf8").includes("玻璃"))).toEqual([false]);
    await expect(world.services.db.deleteFrom("evidence_texts").where("order_id", "=", orderId).execute()).rejects.toThrow("append-only");
    await users.erase(world.services.db, customer.id, world.clock.now());
    expect((await worker.api.orders.get({ orderId })).dispute?.evidence?.map(({ text }) => text)).toEqual([null]);
  });

  it("is refused when it is late, empty, a stranger's, another's file, or no picture or PDF", async () => {
    const orderId = await disputedOrder();
    const add = (person: Person, fileIds: string[] = [], text = "字") => codeOf(world.act(person, orderId, { type: "addEvidence", text, fileIds }));
    const [stranger, theirs, unfinished] = [await world.customer(), await upload(worker, orderId), crypto.randomUUID()];
    expect(await add(stranger)).toBe("not_yours");
    expect(await add(customer, [theirs])).toBe("not_found");
    expect(await add(customer, [await upload(customer, orderId, "image/jpeg", "after")])).toBe("not_found");
    await customer.api.photos.createUpload({ photoId: unfinished, orderId, purpose: "evidence", type: "image/png", bytes: 10 });
    expect(await add(customer, [unfinished])).toBe("not_found");
    expect(await add(customer, [], " ")).toBe("evidence_missing");
    expect(await add(customer, [], "长".repeat(2_001))).toBe("invalid_input");
    const announce = (type: string, purpose: "evidence" | "after" = "evidence") =>
      codeOf(customer.api.photos.createUpload({ photoId: crypto.randomUUID(), orderId, purpose, type: type as "image/png", bytes: 10 }));
    expect(await announce("application/zip")).toMatch(/invalid_input|unsupported_file/);
    expect(await announce("application/pdf", "after")).toBe("unsupported_file");
    await world.advanceTo(world.clock.now() + 48 * HOUR);
    expect(await add(customer)).toBe("evidence_closed");
    expect(await add(worker)).toBe("evidence_closed");
  });

  it("is the same piece when the request is repeated", async () => {
    const orderId = await disputedOrder();
    const once = key();
    const command = { type: "addEvidence" as const, text: "水渍还在", fileIds: [] };
    await world.act(customer, orderId, command, once);
    expect((await world.act(customer, orderId, command, once)).repeated).toBe(true);
    expect((await found(orderId)).dispute.evidence).toHaveLength(1);
    expect(await world.services.db.selectFrom("evidence_texts").select("id").where("order_id", "=", orderId).execute()).toHaveLength(1);
  });

  it("opens again for a day when the arbitrator asks, and reminds both before it closes", async () => {
    const orderId = await disputedOrder();
    await world.advanceTo(world.clock.now() + 36 * HOUR);
    expect((await customer.api.notifications.list({})).items.map(({ kind }) => kind)).toContain("evidence_reminder");
    await world.advanceTo(world.clock.now() + 12 * HOUR);
    const arbitrator = await inCharge(orderId);
    expect(await codeOf(world.act(operator, orderId, { type: "askForEvidence", note: "x" }))).toMatch(/wrong_role|session_expired|not_signed_in/);
    await world.act(arbitrator, orderId, { type: "askForEvidence", note: "请补一张冰箱内部的照片" });
    await world.act(worker, orderId, { type: "addEvidence", text: "补上了", fileIds: [] });
    await world.advanceTo(world.clock.now() + 25 * HOUR);
    expect(await codeOf(world.act(worker, orderId, { type: "addEvidence", text: "再补", fileIds: [] }))).toBe("evidence_closed");
  });
});

describe("a decision", () => {
  it("adds up, is reasoned, cites the record and comes from the one in charge; its preview is what is paid", async () => {
    const orderId = await disputedOrder();
    await world.advanceTo(world.clock.now() + 48 * HOUR);
    const arbitrator = await inCharge(orderId);
    const another = await signInAdmin(...otherThan(arbitrator));
    expect(await codeOf(world.act(arbitrator, orderId, { ...decision, toCustomerFen: 2_001 }))).toBe("decision_does_not_add_up");
    expect(await codeOf(world.act(arbitrator, orderId, { ...decision, toWorkerFen: -1, toCustomerFen: 6_001 }))).toBe("invalid_input");
    expect(await codeOf(world.act(arbitrator, orderId, { ...decision, toWorkerFen: 0.5, toCustomerFen: 5_999.5 }))).toBe("invalid_input");
    expect(await codeOf(world.act(arbitrator, orderId, { ...decision, toWorkerFen: 2 ** 53, toCustomerFen: 0 }))).toBe("invalid_input");
    expect(await codeOf(world.act(arbitrator, orderId, { ...decision, reason: " " }))).toBe("invalid_input");
    expect(await codeOf(world.act(arbitrator, orderId, { ...decision, citedVersions: [] }))).toBe("citation_invalid");
    expect(await codeOf(world.act(arbitrator, orderId, { ...decision, citedVersions: [9_999] }))).toBe("citation_invalid");
    expect(await codeOf(world.act(another, orderId, decision))).toBe("not_yours");
    expect(await codeOf(world.act(customer, orderId, decision))).toBe("not_allowed_to_actor");
    const preview = await arbitrator.api.admin.previewDecision({ orderId, toWorkerFen: 4_000, toCustomerFen: 2_000 });
    const before = (await found(orderId)).order.money;
    await world.act(arbitrator, orderId, { ...decision, findings: ["time_recorded", "finish_photos_missing"] });
    const read = (await customer.api.orders.get({ orderId })).dispute?.decision;
    const { executesAt: _when, ...amounts } = preview;
    expect((await worker.api.orders.get({ orderId })).dispute?.outcome).toEqual(amounts);
    expect(read).toMatchObject({ toCustomerFen: 2_000, reason: decision.reason, citedVersions: [1, 2] });
    expect(read?.findings.map(({ kind, toCustomerFen }) => [kind, toCustomerFen])).toEqual([
      ["time_recorded", 0],
      ["finish_photos_missing", 1_800],
    ]);
    expect(Date.parse(preview.executesAt ?? "")).toBe(world.clock.now() + 48 * HOUR);
    await world.advanceTo(world.clock.now() + 48 * HOUR);
    const { order } = await found(orderId);
    expect(order).toMatchObject({ state: "resolved", endCause: "decision_stood" });
    expect(order.money.releasedFen - before.releasedFen).toBe(preview.workerNetFen);
    expect(order.money.commissionFen - before.commissionFen).toBe(preview.commissionFen);
    expect(order.money.refundedFen - before.refundedFen).toBe(preview.refundFen);
    expect(await ledger.findBalance(world.services.db, `escrow:${orderId}`)).toBe(0);
  });

  it("is appealed once, to a different arbitrator who was never involved, whose decision is executed at once", async () => {
    const orderId = await disputedOrder();
    await world.advanceTo(world.clock.now() + 48 * HOUR);
    const first = await inCharge(orderId);
    await world.act(first, orderId, decision);
    await world.act(customer, orderId, { type: "acceptDecision" });
    expect(await codeOf(world.act(customer, orderId, { type: "appealDispute", reason: "反悔" }))).toBe("dispute_not_open");
    await world.act(worker, orderId, { type: "appealDispute", reason: "玻璃不在范围里" });
    const { dispute } = await found(orderId);
    expect(dispute).toMatchObject({ state: "appealed", decision: null, appealReason: "玻璃不在范围里", appealedDecision: { toWorkerFen: 4_000 } });
    expect(dispute.arbitratorId).not.toBe(first.id);
    expect(await codeOf(world.act(first, orderId, decision))).toBe("not_yours");
    const reassigned = await signInAdmin(operator.phone, operator);
    expect(await codeOf(world.act(reassigned, orderId, { type: "assignArbitrator", arbitratorId: first.id }))).toBe("arbitrator_involved");
    expect(await codeOf(world.act(worker, orderId, { type: "proposeSplit", toWorkerFen: 3_000, toCustomerFen: 3_000 }))).toBe("dispute_not_open");
    const second = await inCharge(orderId);
    const { order } = await world.act(second, orderId, { ...decision, toWorkerFen: 6_000, toCustomerFen: 0 });
    expect(order).toMatchObject({ state: "resolved", money: { heldFen: 0, refundedFen: 0 } });
    expectConserved(order);
    expect(await codeOf(world.act(customer, orderId, { type: "appealDispute", reason: "x" }))).toBe("wrong_state");
  });

  it("is not needed when both agree on a split", async () => {
    const orderId = await disputedOrder();
    expect(await codeOf(world.act(worker, orderId, { type: "proposeSplit", toWorkerFen: 3_000, toCustomerFen: 2_999 }))).toBe(
      "decision_does_not_add_up",
    );
    await world.act(worker, orderId, { type: "proposeSplit", toWorkerFen: 3_000, toCustomerFen: 3_000 });
    expect(await codeOf(world.act(worker, orderId, { type: "agreeSplit" }))).toBe("dispute_not_open");
    const { order } = await world.act(customer, orderId, { type: "agreeSplit" });
    expect(order).toMatchObject({ state: "resolved", endCause: "split_agreed", money: { heldFen: 0, refundedFen: 3_000 } });
    expectConserved(order);
  });
});

describe("an arbitrators' clock", () => {
  it("that is missed hands the dispute to the next senior and alerts; no money moves, however long it is left", async () => {
    const orderId = await disputedOrder();
    await world.advanceTo(world.clock.now() + 48 * HOUR);
    const { dispute: before, order } = await found(orderId);
    await world.advanceTo(before.dueAt);
    const { dispute: after } = await found(orderId);
    expect(after).toMatchObject({ state: "deciding", escalations: 1, dueAt: before.latestAt, formerArbitratorIds: [before.arbitratorId] });
    const senior = arbitrators.find(({ id }) => id !== before.arbitratorId);
    expect(after.arbitratorId).toBe(senior?.id);
    const caller = await signInAdmin(operator.phone, operator);
    expect((await caller.api.admin.overview({})).alerts.map(({ kind, orderId: about }) => [kind, about])).toContainEqual([
      "dispute_escalated",
      orderId,
    ]);
    await world.advanceTo(world.clock.now() + 40 * DAY);
    const later = await found(orderId);
    expect(later.dispute.arbitratorId).toBeNull();
    expect(later.dispute.formerArbitratorIds).toHaveLength(4);
    expect(later.order.money).toEqual(order.money);
    const again = await signInAdmin(operator.phone, operator);
    expect((await again.api.admin.overview({})).alerts.map(({ kind, orderId: about }) => [kind, about])).toContainEqual([
      "dispute_unassigned",
      orderId,
    ]);
    expect(await runDueDeadlines(world.services)).toBe(0);
  });

  it("orders the queue; a year without a published calendar is named", async () => {
    const orderId = await disputedOrder();
    const start = Date.UTC(2027, 2, 1);
    await world.advanceTo(Math.max(world.clock.now(), start));
    const caller = await signInAdmin(operator.phone, operator);
    const rows = await caller.api.admin.disputes();
    expect(rows.map(({ dueAt }) => dueAt)).toEqual(rows.map(({ dueAt }) => dueAt).toSorted());
    expect(rows.find((row) => row.orderId === orderId)?.unpublishedYears).toEqual([2027]);
  });
});

describe("the desk", () => {
  it("proposes a split from the record with cited reasons, and says who may not decide and why", async () => {
    const orderId = await finishedOrder();
    await upload(worker, orderId, "image/jpeg", "after");
    await world.act(customer, orderId, { type: "openDispute", amountFen: 6_000, reason: "玻璃没擦", fileIds: [await upload(customer, orderId)] });
    const { dispute } = await found(orderId);
    expect(dispute.evidence).toHaveLength(1);
    const caller = await signInAdmin(operator.phone, operator);
    const { dispute: desk, arbitrators: free, chain } = await caller.api.admin.dossier({ orderId });
    expect(chain.intact).toBe(true);
    expect(desk?.proposal).toMatchObject({ toWorkerFen: 4_800, toCustomerFen: 1_200 });
    expect(desk?.proposal.findings.find(({ kind }) => kind === "evidence_of_customer_alone")).toMatchObject({
      toCustomerFen: 1_200,
      cites: [dispute.evidence[0]?.version],
    });
    expect(desk?.checks.every((check) => !check.found || check.kind === "decided_recently")).toBe(true);
    expect(free.map(({ id }) => id)).not.toContain(dispute.arbitratorId);
    expect(await photos.listForOrder(world.services.db, orderId)).toHaveLength(2);
  });

  it("reads a dispute that an earlier version kept", async () => {
    const orderId = await disputedOrder();
    const { order, dispute } = await found(orderId);
    const { evidence: _evidence, remindAt: _remind, unpublishedYears: _years, appealedDecision: _appealed, claimedFen: _claim, ...earlier } = dispute;
    const body = JSON.stringify({ ...order, dispute: earlier });
    await world.services.db.updateTable("orders").set({ body }).where("id", "=", orderId).execute();
    expect((await customer.api.orders.get({ orderId })).dispute).toMatchObject({ claimedFen: 6_000, evidence: [], unpublishedYears: [] });
    const caller = await signInAdmin(operator.phone, operator);
    expect((await caller.api.admin.dossier({ orderId })).dispute?.proposal.toWorkerFen).toBe(4_200);
    expect((await caller.api.admin.disputes()).map((row) => row.orderId)).toContain(orderId);
    await world.advanceTo(world.clock.now() + 48 * HOUR);
    expect((await customer.api.orders.get({ orderId })).dispute?.state).toBe("deciding");
  });

  it("never gives a dispute to somebody who has an order with a party", async () => {
    const [own] = arbitrators;
    if (own === undefined) throw new Error("there is no arbitrator");
    const asCustomer = await world.signIn("customer", own.phone);
    const theirs = await world.acceptedOrder(asCustomer, worker, nextStart());
    await world.act(asCustomer, theirs, { type: "cancel", reason: "不需要了" });
    const orderId = await disputedOrder();
    const caller = await signInAdmin(operator.phone, operator);
    const { arbitrators: free } = await caller.api.admin.dossier({ orderId });
    const { dispute } = await found(orderId);
    expect([...free.map(({ id }) => id), dispute.arbitratorId].toSorted()).toEqual(
      arbitrators
        .map(({ id }) => id)
        .filter((id) => id !== own.id)
        .toSorted(),
    );
    expect(await codeOf(world.act(caller, orderId, { type: "assignArbitrator", arbitratorId: own.id }))).toBe("arbitrator_involved");
  });
});

/** The phone and account of an arbitrator who is not this one. */
function otherThan(arbitrator: Person): readonly [string, Person] {
  const other = arbitrators.find(({ id }) => id !== arbitrator.id);
  if (other === undefined) throw new Error("there is only one arbitrator");
  return [other.phone, other];
}
