import { adminMessages, startTranslations } from "@lingong/ui";
import { expect, test } from "vitest";
import { journalInputOf, journalReasons, readJournalFilters } from "./journal-filters.ts";

const order = "019a7c3e-5b1d-7f02-9c1f-22a79c1f22a7";

test("filters are read back as they were; what is not understood is left out", () => {
  expect(readJournalFilters({ account: "commission", order, reason: "tip" })).toEqual({ account: "commission", order, reason: "tip" });
  expect(readJournalFilters({ account: "", order: "1; drop table", reason: "magic" })).toEqual({});
});

test("the server is asked for the order by its own name", () => {
  expect(journalInputOf({ order }, { cursor: undefined, limit: 30 })).toEqual({ cursor: undefined, limit: 30, orderId: order });
});

test("every reason that is offered has a word", async () => {
  const { i18n } = await startTranslations(adminMessages, "zh-CN");
  for (const reason of journalReasons) expect(i18n.exists(`journalReason.${reason}`, { ns: "domain" })).toBe(true);
});
