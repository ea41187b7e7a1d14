import { describe, expect, it } from "vitest";
import { noticeOf } from "./ring.ts";

const id = "01994d5e-0000-7000-8000-000000000001";
const pushed = (message: unknown) => noticeOf(JSON.stringify(message), "/worker/");

describe("what a pushed message shows", () => {
  it("leads to the offer, in the person's language, and stays until it is seen", () => {
    expect(pushed({ kind: "offer", id, locale: "zh-CN" })).toMatchObject({
      title: "新订单，等你决定",
      tag: id,
      address: `/worker/offers/${id}`,
      urgent: true,
    });
    expect(pushed({ kind: "offer", id, locale: "en" })).toMatchObject({ title: "A new offer waits for you", urgent: true });
  });

  it("leads to the notices otherwise, also when it cannot be read", () => {
    const notice = { title: "你的订单有新进展", tag: "notice", address: "/worker/notifications", urgent: false };
    expect(pushed({ kind: "notice", id, locale: "zh-CN" })).toMatchObject(notice);
    expect(noticeOf("{", "/worker/")).toMatchObject(notice);
    expect(pushed({ kind: "offer", id: "../../admin", locale: "zh-CN" })).toMatchObject(notice);
    expect(pushed(null)).toMatchObject(notice);
  });
});
