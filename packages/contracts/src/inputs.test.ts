import { describe, expect, it } from "vitest";
import type { z } from "zod";
import * as contracts from "./index.ts";

const megabytes = "x".repeat(10 * 1024 * 1024);
const uuid = "01890a5d-ac96-774b-bcce-b302099a8057";
const inputs = Object.entries(contracts).filter(([name]) => name.endsWith("Input")) as [string, z.ZodType][];

/** Replaces each string of a value, one at a time, by a string of ten megabytes. */
function* withHugeStrings(value: unknown): Generator<unknown> {
  if (typeof value === "string") yield megabytes;
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) for (const huge of withHugeStrings(item)) yield value.with(index, huge);
  else if (value !== null && typeof value === "object")
    for (const [key, item] of Object.entries(value)) for (const huge of withHugeStrings(item)) yield { ...value, [key]: huge };
}

const terms = {
  cityId: "shanghai",
  categoryId: "cleaning",
  pricing: "fixed",
  scope: [{ key: "area", value: "89" }],
  note: "两只猫",
  photoIds: [uuid],
  tags: ["kitchen"],
  address: { district: "浦东新区", line: "联洋年华 12 号楼 1202", accessNotes: "门禁 1202#", position: { lat: 31.22, lng: 121.55 } },
  startsAt: "2026-03-20T06:00:00.000Z",
  bookedMinutes: 180,
  headcount: 1,
  rateFenPerHour: 5_000,
  direct: { workerId: uuid, ifRefused: "open" },
};

describe("what comes in", () => {
  it("names every input after its procedure", () => {
    expect(inputs.length).toBeGreaterThan(40);
  });

  it("accepts a whole order", () => {
    const parsed = contracts.createDraftInput.parse({ idempotencyKey: "12345678", terms });
    expect(parsed.terms.travelFen).toBe(0);
    expect(parsed.terms.rematchAfterFault).toBe(true);
  });

  it("refuses ten megabytes wherever a string may stand", () => {
    let tried = 0;
    for (const order of withHugeStrings({ idempotencyKey: "12345678", terms })) {
      expect(contracts.createDraftInput.safeParse(order).success).toBe(false);
      tried += 1;
    }
    expect(tried).toBeGreaterThan(12);
    for (const command of [
      { type: "cancel", reason: megabytes },
      { type: "proposeAddOn", kind: "item", title: megabytes, minutes: 0, fen: 1, photoId: null },
      { type: megabytes },
    ])
      expect(contracts.actInput.safeParse({ orderId: uuid, idempotencyKey: "12345678", command }).success).toBe(false);
    expect(contracts.requestCodeInput.safeParse({ phone: megabytes }).success).toBe(false);
    expect(contracts.saveDraftInput.safeParse({ draftId: uuid, categoryId: "cleaning", step: "scope", form: { note: megabytes } }).success).toBe(
      false,
    );
  });

  it("refuses forged ids, absurd amounts and broken positions", () => {
    for (const orderId of ["", "1", "' or 1=1 --", `${uuid} `]) expect(contracts.orderIdInput.safeParse({ orderId }).success).toBe(false);
    for (const fen of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 10 ** 12])
      expect(contracts.previewWithdrawalInput.safeParse({ amountFen: fen }).success).toBe(false);
    for (const position of [
      { lat: 0, lng: 0 },
      { lat: Number.NaN, lng: 121 },
      { lat: 91, lng: 121 },
      { lat: 31, lng: 181 },
    ])
      expect(contracts.demandInput.safeParse({ position, radiusKm: 5 }).success).toBe(false);
    for (const startsAt of ["tomorrow", "2026-13-40T00:00:00Z", 5])
      expect(contracts.createDraftInput.safeParse({ idempotencyKey: "12345678", terms: { ...terms, startsAt } }).success).toBe(false);
  });
});
