import { auditLog, orders, photos, users } from "@lingong/db";
import { canonicalJson, DAY, type DossierFile, HOUR, MINUTE, verifyDossier } from "@lingong/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAdmin, signInAgain } from "./admins.ts";
import { codeOf, createWorld, key, type Person, place, terms, type World } from "./world.ts";

let world: World;
let customer: Person;
let worker: Person;
let admin: Person;
let orderId: string;

beforeAll(async () => {
  world = await createWorld();
  [customer, worker] = [await world.customer(), await world.worker()];
  orderId = await world.startedOrder(customer, worker);
  const photoId = crypto.randomUUID();
  const { db } = world.services;
  const picture = { id: photoId, storageKey: "p", contentType: "image/jpeg", bytes: 1_000, takenAt: world.clock.now(), takenPosition: place };
  await photos.insertOrFind(db, { ...picture, ownerId: worker.id, orderId, purpose: "before", label: "厨房", createdAt: world.clock.now() });
  await photos.keep(db, { ...picture, width: 10, height: 10, sha256: "ab".repeat(32) });
  for (const text of ["钥匙在门卫处", "把验证码给我"]) await customer.api.messages.send({ idempotencyKey: key(), orderId, text });
  await world.advanceTo(world.clock.now() + 150 * MINUTE);
  await world.act(worker, orderId, { type: "finish", reason: "done", doneAddOnIds: [] });
  await world.act(customer, orderId, { type: "confirm" });
  admin = await createAdmin(world, ["operator"]);
});
afterAll(() => world.database.drop());

function intact(content: string, root: string): DossierFile {
  const verdict = verifyDossier(content, root);
  if (!verdict.intact) throw new Error(`${verdict.flaw} at ${verdict.record}`);
  return verdict.file;
}

const commitment = expect.stringMatching(/^[0-9a-f]{64}$/);

describe("exportDossier", () => {
  it("gives both parties and an admin one verified record, with the same root", async () => {
    const exported = [
      await customer.api.orders.exportDossier({ orderId }),
      await worker.api.orders.exportDossier({ orderId }),
      await admin.api.orders.exportDossier({ orderId }),
    ];
    expect(new Set(exported.map(({ root }) => root)).size).toBe(1);
    const [file] = exported.map(({ content, root }) => intact(content, root));
    const count = (kind: string) => file?.records.filter((record) => record.kind === kind).length;
    expect(count("event")).toBe((await orders.listEvents(world.services.db, orderId)).length);
    expect([count("contract"), count("photo"), count("message")]).toEqual([1, 1, 2]);
    expect(file?.records.filter(({ kind }) => kind === "journal").map(({ body }) => body.reason)).toEqual([
      "capture",
      "insurance_premium",
      "settlement",
    ]);
    expect(file?.records.find(({ kind }) => kind === "photo")?.body).toMatchObject({ sha256: "ab".repeat(32), purpose: "before" });
    expect(exported[0]).toMatchObject({ records: file?.count, fileName: expect.stringMatching(/^lingong-.+-v\d+\.json$/) });
    const page = await auditLog.list(world.services.db, { limit: 5 });
    expect(page.items[0]).toMatchObject({ action: "order.export", actorId: admin.id, subjectId: orderId });
  });

  it("holds no personal value in its chain, and shows each reader what they may see beside it", async () => {
    const [mine, theirs, whole] = await Promise.all(
      [customer.api, worker.api, admin.api].map(async (api) => JSON.parse((await api.orders.exportDossier({ orderId })).content) as DossierFile),
    );
    for (const word of ["1202", "门卫", "31.2215", "121.5447"]) expect(canonicalJson(mine?.records)).not.toContain(word);
    const shown = (file: DossierFile | undefined) => file?.openings.map(({ path }) => path.at(-1)).sort();
    expect(shown(mine)).toEqual(["addressCommitment", "takenPosition", "text", "text"]);
    expect(shown(theirs)).toEqual(["addressCommitment", "takenPosition", "text"]);
    expect(shown(whole)).toEqual(shown(mine));
    await world.advanceTo(world.clock.now() + 25 * HOUR);
    const later = JSON.parse((await worker.api.orders.exportDossier({ orderId })).content) as DossierFile;
    expect(shown(later)).toEqual(["takenPosition", "text"]);
    expect(later.root).toBe(theirs?.root);
  });

  it("is refused to strangers, to a worker who has left the order, and to nobody in particular", async () => {
    const [stranger, other] = [await world.customer(), await world.worker({ online: false })];
    for (const person of [stranger, other]) expect(await codeOf(person.api.orders.exportDossier({ orderId }))).toBe("not_yours");
    expect(await codeOf(world.callerFor("customer", null).orders.exportDossier({ orderId }))).toBe("not_signed_in");
    expect(await codeOf(customer.api.orders.exportDossier({ orderId: crypto.randomUUID() }))).toBe("not_found");
    const startsAt = new Date(world.clock.now() + 26 * HOUR).toISOString();
    await worker.api.workers.setOnline({ online: true, position: place });
    const left = await world.acceptedOrder(stranger, worker, { startsAt });
    expect(await codeOf(worker.api.orders.exportDossier({ orderId: left }))).toBe("accepted");
    await world.act(worker, left, { type: "withdraw", reason: "生病" }, key());
    expect(await codeOf(worker.api.orders.exportDossier({ orderId: left }))).toBe("not_yours");
    expect(intactOf(await stranger.api.orders.exportDossier({ orderId: left }))).toBe(true);
    await world.act(stranger, left, { type: "cancel", reason: "找了别人" });
  });

  it("opens the words of evidence to both sides, at the event that brought them", async () => {
    const startsAt = new Date(world.clock.now() + 26 * HOUR).toISOString();
    const [other, cleaner] = [await world.customer(), await world.worker()];
    await worker.api.workers.setOnline({ online: false });
    const disputed = await world.startedOrder(other, cleaner, { startsAt });
    await world.act(other, disputed, { type: "openDispute", amountFen: 5_000, reason: "玻璃没擦", fileIds: [] });
    await world.act(cleaner, disputed, { type: "addEvidence", text: "客厅的窗户全部擦过", fileIds: [] });
    for (const person of [other, cleaner]) {
      const { content, root } = await person.api.orders.exportDossier({ orderId: disputed });
      const file = intact(content, root);
      const words = file.openings.find(({ value }) => value === "客厅的窗户全部擦过");
      const told = file.records.find(({ number }) => number === words?.record)?.body.event as { readonly command: string } | undefined;
      expect(told?.command).toBe("addEvidence");
      expect(canonicalJson(file.records)).not.toContain("窗户");
    }
  });

  it("holds the quotes: prices for the customer and their own worker, the floor for that worker alone", async () => {
    const startsAt = new Date(world.clock.now() + 4 * DAY).toISOString();
    const [buyer, won, lost] = [await world.customer(), await world.worker(), await world.worker()];
    const wanted = { ...terms(), pricing: "quotes" as const, rateFenPerHour: 0, startsAt };
    const { orderId: quoted, termsHash } = await buyer.api.orders.createDraft({ idempotencyKey: key(), terms: wanted });
    await world.act(buyer, quoted, { type: "place", termsHash });
    const ask = async (by: Person, askFenPerHour: number, floorFenPerHour: number | null) =>
      (await by.api.quotes.ask({ orderId: quoted, idempotencyKey: key(), askFenPerHour, floorFenPerHour })).mine?.id ?? "";
    const [quoteId] = [await ask(won, 5_000, 4_500), await ask(lost, 6_000, null)];
    const { payment } = await buyer.api.quotes.choose({ quoteId, idempotencyKey: key(), rateFenPerHour: 5_000 });
    await world.pay(payment?.id ?? "", payment?.fen ?? 0);
    admin = await signInAgain(world, admin);
    const shown = async ({ api }: Person) => {
      const { content, root } = await api.orders.exportDossier({ orderId: quoted });
      const file = intact(content, root);
      expect(file.records.filter(({ kind }) => kind === "quote")).toHaveLength(2);
      expect(canonicalJson(file.records)).not.toContain(lost.id);
      return file.openings.filter(({ path }) => path[0] === "price" || path[0] === "floor").map(({ value }) => JSON.parse(value));
    };
    const price = (workerId: string, askFenPerHour: number) => expect.objectContaining({ workerId, askFenPerHour, state: expect.any(String) });
    const all = [price(won.id, 5_000), { floorFenPerHour: 4_500 }, price(lost.id, 6_000), { floorFenPerHour: null }];
    expect(await shown(buyer)).toEqual([all[0], all[2]]);
    expect(await shown(won)).toEqual([all[0], all[1]]);
    expect(await shown(admin)).toEqual(all);
    await world.act(buyer, quoted, { type: "cancel", reason: "enough seen" });
  });

  it("holds claims that were submitted, for their claimant and who handles them alone", async () => {
    const { assignmentId = "" } = (await worker.api.claims.ofOrder({ orderId })).certificates[0] ?? {};
    const { db } = world.services;
    const file = { id: crypto.randomUUID(), storageKey: "c", contentType: "application/pdf", bytes: 10, takenAt: null, takenPosition: null };
    await photos.insertOrFind(db, { ...file, ownerId: worker.id, orderId, purpose: "claim", label: "病历", createdAt: world.clock.now() });
    await photos.keep(db, { ...file, width: null, height: null, sha256: "cd".repeat(32) });
    const [claimId, draftId] = [crypto.randomUUID(), crypto.randomUUID()];
    const wish = { orderId, kind: "injury" as const, askedFen: 30_000, text: "手被划伤", fileIds: [file.id], assignmentId };
    await worker.api.claims.save({ ...wish, claimId, idempotencyKey: key() });
    await worker.api.claims.step({ idempotencyKey: key(), claimId, command: "submit" });
    await customer.api.claims.save({ ...wish, fileIds: [], claimId: draftId, idempotencyKey: key() });
    const support = await createAdmin(world, ["support"]);
    admin = await signInAgain(world, admin);
    const exported = await Promise.all([worker, support, customer, admin].map(({ api }) => api.orders.exportDossier({ orderId })));
    expect(new Set(exported.map(({ root }) => root)).size).toBe(1);
    const [mine, handled, theirs, operators] = exported.map(({ content, root }) => intact(content, root));
    expect(mine?.records.filter(({ kind }) => kind === "claim").map(({ body }) => body.id)).toEqual([claimId]);
    for (const seen of [mine, handled]) {
      const opened = seen?.openings.filter(({ record }) => seen.records[record - 1]?.kind === "claim") ?? [];
      expect(opened.map(({ path }) => path[0])).toEqual(["claim", "text"]);
      expect(JSON.parse(opened[0]?.value ?? "")).toMatchObject({ state: "submitted", askedFen: 30_000, files: [{ sha256: "cd".repeat(32) }] });
      expect(opened[1]?.value).toBe("手被划伤");
    }
    for (const hidden of [theirs, operators]) expect(canonicalJson(hidden ?? null)).not.toMatch(/手被划伤|30000|病历|injury/);
  });

  it("still verifies when an account is deleted: what the key opened reads erased", async () => {
    const before = await customer.api.orders.exportDossier({ orderId });
    await users.erase(world.services.db, customer.id, world.clock.now());
    admin = await signInAgain(world, admin);
    const { content, root } = await admin.api.orders.exportDossier({ orderId });
    const file = intact(content, root);
    expect(file.openings.map(({ path }) => path.at(-1))).toEqual(["takenPosition"]);
    expect(file.records.filter(({ kind }) => kind === "message").map(({ body }) => body.text)).toEqual([commitment, commitment]);
    expect(root, "what is committed stays").toBe(before.root);
    expect(verifyDossier(before.content, before.root)).toMatchObject({ intact: true });
  });
});

const intactOf = ({ content, root }: { content: string; root: string }): boolean => verifyDossier(content, root).intact;
