import { describe, expect, it } from "vitest";
import { canonicalJson, type Json } from "../contract/canonical.ts";
import { commitmentOf, hashOf, sha256Hex } from "../contract/hash.ts";
import { buildDossier, type DossierEntry } from "./build.ts";
import { type DossierFile, type DossierRecord, recordHash, rootOf } from "./record.ts";
import { verifyDossier } from "./verify.ts";

const size = 1_000;
const salt = "5a".repeat(32);
const kinds = ["photo", "message", "quote", "claim"] as const;
/** What an order keeps beside its events, in turn; the messages are numbered from 1. */
const long: DossierFile = buildDossier(
  "order-1",
  Array.from({ length: size }, (_, index): DossierEntry => {
    const said = { workerId: "w", number: (index >> 2) + 1 };
    return {
      kind: kinds[index % 4] ?? "photo",
      at: index,
      body: { sha256: hashOf(index), label: `厨房 ${index}`, ...(index % 4 === 1 ? said : {}) },
    };
  }),
);

const textOf = (file: unknown): string => canonicalJson(file as Json);
const verdictOf = (records: readonly DossierRecord[]) => verifyDossier(JSON.stringify({ ...long, records }));
const every = Array.from({ length: size }, (_, index) => index);
const recordAt = (index: number): DossierRecord => long.records[index] ?? expect.fail("no such record");
const replaced = (index: number, record: DossierRecord): readonly DossierRecord[] => long.records.with(index, record);

const flips: readonly ((record: DossierRecord) => DossierRecord)[] = [
  (record) => ({ ...record, body: { ...record.body, label: "厨房" } }),
  (record) => ({ ...record, at: record.at + 1 }),
  (record) => ({ ...record, number: record.number + 1 }),
  (record) => ({ ...record, kind: record.kind === "quote" ? "claim" : "quote" }),
  (record) => ({ ...record, hash: record.hash.replace(/^./, (digit) => (digit === "0" ? "1" : "0")) }),
  (record) => ({ ...record, previousHash: record.previousHash.replace(/.$/, (digit) => (digit === "0" ? "1" : "0")) }),
  (record) => ({ ...record, more: 1 }) as DossierRecord,
];

describe("a dossier of a thousand records", () => {
  it("is intact as it was built", () => {
    expect(verifyDossier(textOf(long), long.root)).toEqual({ intact: true, file: long });
  });

  it("tells of each record that was flipped, in any of its fields", { timeout: 300_000 }, () => {
    for (const index of every) {
      const flip = flips[index % flips.length] ?? expect.fail("no flip");
      expect(verdictOf(replaced(index, flip(recordAt(index))))).toEqual({ intact: false, flaw: "changed", record: index + 1 });
    }
  });

  it("tells of each record that was dropped", { timeout: 300_000 }, () => {
    for (const index of every) expect(verdictOf(long.records.toSpliced(index, 1))).toEqual({ intact: false, flaw: "dropped", record: index + 1 });
  });

  it("tells of each record that was swapped with the next, or with one far away", { timeout: 300_000 }, () => {
    for (const index of every.slice(0, -1)) {
      const other = index % 2 === 0 ? index + 1 : index + 1 + ((index * 7_919) % (size - 1 - index));
      const swapped = long.records.with(index, recordAt(other)).with(other, recordAt(index));
      expect(verdictOf(swapped)).toEqual({ intact: false, flaw: "moved", record: index + 1 });
    }
  });

  it("tells of records that were doubled, slipped in, added at the end or cut from it", () => {
    expect(verdictOf(long.records.toSpliced(500, 0, recordAt(499)))).toEqual({ intact: false, flaw: "added", record: 501 });
    const forged = { ...recordAt(500), body: { label: "forged" } };
    expect(verdictOf(long.records.toSpliced(500, 0, { ...forged, hash: recordHash(forged) }))).toEqual({ intact: false, flaw: "added", record: 501 });
    const last = { ...recordAt(999), number: 1_001, previousHash: long.head };
    expect(verdictOf([...long.records, { ...last, hash: recordHash(last) }])).toEqual({ intact: false, flaw: "added", record: 1_001 });
    expect(verdictOf(long.records.slice(0, 600))).toEqual({ intact: false, flaw: "dropped", record: 601 });
    expect(verdictOf([])).toEqual({ intact: false, flaw: "dropped", record: 1 });
  });

  it("tells of a record that was changed together with its own hash", () => {
    for (const index of [0, 499, 999]) {
      const forged = { ...recordAt(index), body: { label: "forged" } };
      expect(verdictOf(replaced(index, { ...forged, hash: recordHash(forged) }))).toEqual({ intact: false, flaw: "changed", record: index + 1 });
    }
  });

  it("tells of a header that was changed, and by a known root of a dossier that was rewritten as a whole", () => {
    for (const header of [{ count: 999 }, { head: long.root }, { root: long.head }, { orderId: "order-2" }]) {
      expect(verifyDossier(textOf({ ...long, ...header }))).toEqual({ intact: false, flaw: "header", record: null });
    }
    const shortened = { ...long, count: 600, head: recordAt(599).hash };
    const rewritten = textOf({ ...shortened, root: rootOf(shortened), records: long.records.slice(0, 600) });
    expect(verifyDossier(rewritten)).toMatchObject({ intact: true });
    expect(verifyDossier(rewritten, long.root)).toEqual({ intact: false, flaw: "other_root", record: null });
  });

  it("refuses what is no dossier, and a dossier written in another form", () => {
    for (const text of ["", "{}", "[]", "null", "{", textOf({ ...long, records: {} }), textOf({ ...long, format: "another" })]) {
      expect(verifyDossier(text)).toEqual({ intact: false, flaw: "unreadable", record: null });
    }
    expect(verifyDossier(JSON.stringify(long, null, 2))).toEqual({ intact: false, flaw: "rewritten", record: null });
    expect(verifyDossier(textOf(long).replace('"at":0,', '"at":7,"at":0,'))).toEqual({ intact: false, flaw: "rewritten", record: null });
    expect(verifyDossier(`${textOf(long)}\n`)).toMatchObject({ intact: true });
  });
});

describe("personal values", () => {
  const said = { workerId: "w", number: 1, senderId: "c" };
  const message = { kind: "message", at: 0, body: { ...said, text: commitmentOf(salt, "钥匙在门卫处") } } as const;
  const opening = { path: ["text"], salt, value: "钥匙在门卫处" };

  it("stand in the chain as commitments: with or without the value, the root is the same", () => {
    const shown = buildDossier("o", [{ ...message, openings: [opening] }]);
    const erased = buildDossier("o", [message]);
    expect(erased.root).toBe(shown.root);
    expect(textOf(erased)).not.toContain("钥匙在门卫处");
    expect(verifyDossier(textOf(shown))).toMatchObject({ intact: true, file: { openings: [{ record: 1, value: "钥匙在门卫处" }] } });
    expect(verifyDossier(textOf(erased))).toMatchObject({ intact: true, file: { openings: [] } });
  });

  it("tells of a value that is not the one committed to", () => {
    const wrong = [
      { ...opening, value: "钥匙在楼下" },
      { ...opening, salt: "5b".repeat(32) },
      { ...opening, salt: "5a" },
      { ...opening, path: ["senderId"] },
    ];
    for (const openings of wrong.map((one) => [one])) {
      expect(verifyDossier(textOf(buildDossier("o", [{ ...message, openings }])))).toEqual({ intact: false, flaw: "opening", record: 1 });
    }
    const nowhere = { ...buildDossier("o", [message]), openings: [7] };
    expect(verifyDossier(textOf(nowhere))).toEqual({ intact: false, flaw: "opening", record: null });
  });
});

describe("what the records tell", () => {
  const signed = { orderId: "o", workerId: "w" };
  const money = { capturedFen: 100, refundedFen: 0, releasedFen: 0, commissionFen: 0 };
  const changes: readonly Readonly<Record<string, Json>>[] = [
    { id: "o", money: { ...money, capturedFen: 0 } },
    { money },
    { assignment: { contractHash: hashOf(signed) } },
  ];
  const events = changes.reduce<{ event: Json; previousHash: string; hash: string }[]>((chain, change, index) => {
    const event = { orderId: "o", version: index + 1, at: index, command: "edit", changes: change };
    const previousHash = chain.at(-1)?.hash ?? "0".repeat(64);
    chain.push({ event, previousHash, hash: sha256Hex(previousHash + canonicalJson(event)) });
    return chain;
  }, []);
  const entries = (more: { event?: number; contract?: Json; fen?: number }): readonly DossierEntry[] => [
    ...events.map(
      (body, index): DossierEntry => ({ kind: "event", at: index, body: index === more.event ? { ...body, event: { version: 1 } } : body }),
    ),
    { kind: "contract", at: 3, body: { signed: more.contract ?? signed, hash: hashOf(more.contract ?? signed) } },
    { kind: "journal", at: 4, body: { reason: "capture", transfers: [{ from: "gateway:sandbox", to: "escrow:o", fen: more.fen ?? 100 }] } },
  ];
  const verdict = (more: Parameters<typeof entries>[0]) => verifyDossier(textOf(buildDossier("o", entries(more))));

  it("is checked again, though every hash of the dossier itself was made anew", () => {
    expect(verdict({})).toMatchObject({ intact: true });
    expect(verdict({ event: 1 })).toEqual({ intact: false, flaw: "false_content", record: 2 });
    expect(verdict({ contract: { orderId: "o", workerId: "x" } })).toEqual({ intact: false, flaw: "false_content", record: 4 });
    expect(verdict({ fen: 101 })).toEqual({ intact: false, flaw: "false_content", record: 5 });
  });

  it("has no conversation with a gap, and no choice of a quote that is not there", () => {
    const said = (workerId: string, number: number): DossierEntry => ({ kind: "message", at: 0, body: { workerId, number } });
    const verdictOn = (...more: readonly DossierEntry[]) => verifyDossier(textOf(buildDossier("o", more)));
    expect(verdictOn(said("w", 1), said("v", 1), said("w", 2))).toMatchObject({ intact: true });
    expect(verdictOn(said("w", 1), said("v", 1), said("w", 3))).toEqual({ intact: false, flaw: "false_content", record: 3 });
    expect(verdictOn(said("w", 1), said("w", 1))).toEqual({ intact: false, flaw: "false_content", record: 2 });
    const chosen = { event: { orderId: "o", version: 1, at: 0, command: "acceptQuote", changes: { id: "o", money, chosenQuote: { quoteId: "q" } } } };
    const before = "0".repeat(64);
    const choice = { ...chosen, previousHash: before, hash: sha256Hex(before + canonicalJson(chosen.event)) };
    const paid = { kind: "journal", at: 2, body: { reason: "capture", transfers: [{ from: "gateway:sandbox", to: "escrow:o", fen: 100 }] } } as const;
    const quote = { kind: "quote", at: 0, body: { id: "q" } } as const;
    expect(verdictOn({ kind: "event", at: 1, body: choice }, quote, paid)).toMatchObject({ intact: true });
    expect(verdictOn({ kind: "event", at: 1, body: choice }, { ...quote, body: { id: "p" } }, paid)).toEqual({
      intact: false,
      flaw: "false_content",
      record: 2,
    });
  });

  it("stands by instant, at one instant by kind, and what is of one kind in its own order even when a phone's clock told an earlier instant", () => {
    const file = buildDossier("o", [
      { kind: "message", at: 5, body: { n: 1, workerId: "w", number: 1 } },
      { kind: "contract", at: 5, body: { n: 2 } },
      { kind: "journal", at: 9, body: { n: 3 } },
      { kind: "journal", at: 4, body: { n: 4 } },
      { kind: "photo", at: 9, body: { n: 5 } },
    ]);
    expect(file.records.map(({ body }) => body.n)).toEqual([2, 1, 3, 4, 5]);
    expect(file.records.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });
});
