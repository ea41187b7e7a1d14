import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../src/index.ts";
import { call, openCheckout, press, startTestGateway } from "./merchant.ts";

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

async function page(url: string, language = "zh-CN"): Promise<{ status: number; html: string; headers: Headers }> {
  const response = await fetch(url, { headers: { "accept-language": language } });
  return { status: response.status, html: await response.text(), headers: response.headers };
}

describe("the hosted page", () => {
  it("shows merchant, amount and description as text, never as markup", async () => {
    const { url } = await openCheckout(gateway, {
      amountFen: 126_348,
      description: '<img src=x onerror="alert(1)">',
      reference: 'a"><script>x</script>',
    });
    const { html } = await page(url);
    expect(html).toContain("零工 &amp; Söhne &lt;b&gt;");
    expect(html).toContain("支付 ¥1,263.48");
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
    expect(html).not.toContain("<img");
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  it("speaks the customer's language, or the one that was chosen", async () => {
    const { url } = await openCheckout(gateway);
    expect((await page(url, "en-US,en;q=0.9,zh;q=0.8")).html).toContain('<html lang="en">');
    expect((await page(url, "fr-FR,zh-TW;q=0.5")).html).toContain('<html lang="zh-CN">');
    expect((await page(url, "fr-FR")).html).toContain('<html lang="zh-CN">');
    expect((await page(`${url}?lang=en`)).html).toContain("Pay ¥150.00");
  });

  it("runs no foreign script, sits in no frame, is kept by no cache, and posts only to itself and the merchant", async () => {
    const { headers } = await page((await openCheckout(gateway)).url);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self' http://127.0.0.1:3000;");
    expect(headers.get("cache-control")).toBe("no-store");
  });

  it("sends the customer back to the merchant after paying and after cancelling, keeping the merchant's own query", async () => {
    const paid = await press((await openCheckout(gateway)).url);
    expect([paid.status, paid.headers.get("location")]).toEqual([
      303,
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:3000\/orders\/1\?tab=pay&checkout=cs_\w+&result=paid$/),
    ]);
    const cancelled = await press((await openCheckout(gateway)).url, { action: "cancel" });
    expect(cancelled.headers.get("location")).toMatch(/result=cancelled$/);
  });

  it("says after a failure that nothing was charged, and may be tried again", async () => {
    const { url, id } = await openCheckout(gateway);
    const failed = await press(url, { action: "fail", failReason: "insufficient_funds", lang: "en" });
    expect(failed.headers.get("location")).toBe(`/checkout/${id}?lang=en`);
    const { html } = await page(url);
    expect(html).toContain("余额不足");
    expect(html).toContain("没有扣款");
    expect((await press(url)).headers.get("location")).toMatch(/result=paid$/);
  });

  it("waits with the customer while the bank thinks", async () => {
    const { url, id } = await openCheckout(gateway);
    expect((await press(url, { delayMs: "60000" })).headers.get("location")).toBe(`/checkout/${id}`);
    expect((await page(url)).html).toContain("正在等银行确认");
    expect((await press(url, { action: "cancel" })).headers.get("location")).toBe(`/checkout/${id}`);
    const { body } = await call(gateway, { path: `/v1/checkouts/${id}` });
    expect(body.state).toBe("processing");
  });

  it("tells what is over, and what never was, in words", async () => {
    const { url } = await openCheckout(gateway);
    await press(url);
    expect((await page(url)).html).toContain("已付款 ¥150.00");
    for (const path of [`/checkout/cs_${"0".repeat(32)}`, "/checkout/x", "/checkout/%00"]) {
      const missing = await page(`${gateway.url}${path}`);
      expect([missing.status, missing.html.includes("找不到这笔付款")]).toEqual([404, true]);
    }
  });

  it("refuses a form that the page does not have", async () => {
    const { url, id } = await openCheckout(gateway);
    const json = { accept: "application/json" };
    for (const form of [
      { method: "gold" },
      { delayMs: "-1" },
      { delayMs: "NaN" },
      { captures: "99" },
      { capturedFen: "0.5" },
      { action: "steal" },
      { unheardOf: "1" },
    ]) {
      const answer = await press(url, form as unknown as Record<string, string>, json);
      expect([answer.status, ((await answer.json()) as { error: { code: string } }).error.code]).toEqual([400, "invalid_request"]);
    }
    expect((await press(url, { method: "gold" })).status).toBe(400);
    expect((await call(gateway, { path: `/v1/checkouts/${id}` })).body).toMatchObject({ state: "open", payments: [] });
  });

  it("offers and obeys no controls where they are switched off", async () => {
    const real = await startTestGateway({ controls: false });
    const { url, id } = await openCheckout(real);
    expect((await page(url)).html).not.toContain("<details>");
    expect((await press(url, { action: "fail" })).status).toBe(400);
    await press(url, { captures: "3", capturedFen: "1", delayMs: "60000" });
    const { body } = await call(real, { path: `/v1/checkouts/${id}` });
    expect(body).toMatchObject({ state: "paid", payments: [{ capturedFen: 15_000 }] });
    await real.stop();
  });
});
