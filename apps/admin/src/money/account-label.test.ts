import { adminMessages, startTranslations } from "@lingong/ui";
import { describe, expect, test } from "vitest";
import { accountLabel, eventOfEntry, shortCode } from "./account-label.ts";

const order = "019a7c3e-5b1d-7f02-9c1f-22a79c1f22a7";

describe("accounts by name", () => {
  test("say their kind and whose they are", async () => {
    const { i18n } = await startTranslations(adminMessages, "zh-CN");
    const domain = i18n.getFixedT("zh-CN", "domain");
    expect(accountLabel(`escrow:${order}`, domain)).toBe("担保金 9C1F-22A7");
    expect(accountLabel("gateway:sandbox", domain)).toBe("支付渠道 sandbox");
    expect(accountLabel("commission", domain)).toBe("平台服务费");
    expect(accountLabel("something_new", domain)).toBe("something_new");
  });

  test("an id is read aloud by its end", () => {
    expect(shortCode(order)).toBe("9C1F-22A7");
  });
});

describe("the event of a journal entry", () => {
  test("is the order's, by version", () => {
    expect(eventOfEntry(`order:${order}:7`)).toEqual({ orderId: order, version: 7 });
  });

  test("is none for a withdrawal", () => {
    expect(eventOfEntry(`withdrawal:${order}:paid`)).toBeNull();
  });
});
