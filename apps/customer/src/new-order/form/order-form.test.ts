import { describe, expect, it } from "vitest";
import { emptyForm, formFrom, hasAddress, type OrderForm, termsOf } from "./order-form.ts";

const suggestion = { mode: "on_site", minutes: 180, rateFenPerHour: 5_000 } as const;
const address = { district: "浦东新区", line: " 花木路 100 弄 12 号 ", accessNotes: "", position: { lat: 31.22, lng: 121.54 } };
const form: OrderForm = { ...emptyForm("daily_cleaning", "shanghai"), address, startsAt: "2026-03-20T06:00:00.000Z" };

describe("a form as terms", () => {
  it("takes the suggestion where the customer has left time and rate to us", () => {
    expect(termsOf(form, suggestion)).toMatchObject({ bookedMinutes: 180, rateFenPerHour: 5_000 });
    expect(termsOf({ ...form, minutes: 240, rateFenPerHour: 6_500 }, suggestion)).toMatchObject({ bookedMinutes: 240, rateFenPerHour: 6_500 });
  });

  it("sends only answers that say something", () => {
    const answers = { area: 89, layout: "", focus: [], note: "x" };
    expect(termsOf({ ...form, answers }, suggestion).scope).toEqual([
      { key: "area", value: 89 },
      { key: "note", value: "x" },
    ]);
  });

  it("sends no half an address, and none for remote work", () => {
    expect(hasAddress({ ...address, position: null })).toBe(false);
    expect(termsOf({ ...form, address: { ...address, position: null } }, suggestion).address).toBeNull();
    expect(termsOf({ ...form, travelFen: 500 }, { ...suggestion, mode: "remote" })).toMatchObject({ address: null, travelFen: 0 });
    expect(termsOf(form, suggestion).address?.line).toBe("花木路 100 弄 12 号");
  });

  it("asks for no set start when it shall be soon, and keeps the chosen one in the form", () => {
    const soon = { ...form, soon: true };
    expect(termsOf(soon, suggestion).startsAt).toBeNull();
    expect(soon.startsAt).toBe("2026-03-20T06:00:00.000Z");
  });
});

describe("a kept draft read again", () => {
  it("fills in what an older version did not know, and refuses what is no draft", () => {
    expect(formFrom({ categoryId: "moving", cityId: "beijing", note: "三楼" })).toMatchObject({ note: "三楼", headcount: 1, photos: [] });
    expect(formFrom({ cityId: "beijing" })).toBeNull();
  });
});
