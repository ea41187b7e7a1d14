import { DAY } from "@lingong/domain";
import { beforeEach, describe, expect, it } from "vitest";
import { emptyForm } from "../form/order-form.ts";
import { listDrafts, readDraft, removeDraft, writeDraft } from "./device-drafts.ts";

const form = emptyForm("daily_cleaning", "shanghai");
const draft = (id: string, savedAt: number) => ({ id, form, step: "place" as const, savedAt });

describe("drafts on the device", () => {
  beforeEach(() => localStorage.clear());

  it("gives back what was typed", () => {
    writeDraft({ ...draft("a", 5), form: { ...form, note: "两只猫" } });
    expect(readDraft("a")).toMatchObject({ step: "place", savedAt: 5, form: { note: "两只猫" } });
    removeDraft("a");
    expect(readDraft("a")).toBeNull();
  });

  it("lists the newest first, and drops what is older than thirty days", () => {
    writeDraft(draft("old", 0));
    writeDraft(draft("new", 40 * DAY));
    writeDraft(draft("newer", 41 * DAY));
    expect(listDrafts(42 * DAY).map(({ id }) => id)).toEqual(["newer", "new"]);
    expect(readDraft("old")).toBeNull();
  });

  it("survives a value that is no draft", () => {
    localStorage.setItem("lingong.customer.draft.x", "{not json");
    localStorage.setItem("lingong.customer.draft.y", JSON.stringify({ form: {}, step: "nowhere" }));
    expect(readDraft("x")).toBeNull();
    expect(readDraft("y")).toBeNull();
    expect(listDrafts(0)).toEqual([]);
  });
});
