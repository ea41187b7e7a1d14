import type { PrintedReceipt } from "@lingong/api";
import { expect, test } from "vitest";
import { pdfReceipts } from "./pdf-receipts.ts";
import { receiptPage, textOf } from "./receipt-page.ts";

const line = { title: null, headcount: 1 };
const printed: PrintedReceipt = {
  language: "zh-CN",
  code: "LG-2F8K",
  orderId: "01890a5d-ac96-774b-bcce-b302099a8057",
  state: "completed",
  zone: "Asia/Shanghai",
  issuedAt: Date.UTC(2026, 2, 17, 10),
  endedAt: Date.UTC(2026, 2, 17, 9, 15),
  service: { from: Date.UTC(2026, 2, 17, 5, 52), to: Date.UTC(2026, 2, 17, 9, 15) },
  category: "日常保洁",
  place: "浦东新区 联洋年华 12 号楼 1202",
  customerName: "沈女士",
  workerName: "周桂芳",
  receipt: {
    paid: [{ ...line, kind: "time", minutes: 210, rateFenPerHour: 5_000, fen: 17_500 }],
    kept: [{ ...line, kind: "time", minutes: 195, rateFenPerHour: 5_000, fen: 16_250 }],
    refunded: [{ ...line, kind: "time", minutes: 15, rateFenPerHour: 5_000, fen: 1_250 }],
    paidFen: 17_500,
    keptFen: 16_250,
    refundedFen: 1_250,
    heldFen: 0,
  },
  payments: [{ at: Date.UTC(2026, 2, 16, 2), provider: "sandbox", fen: 17_500, refundedFen: 1_250 }],
  contractHash: null,
};

test("says each line at its rate, what came back, and that it is no tax invoice", () => {
  const text = textOf(receiptPage(printed));
  for (const said of [
    "¥50.00/时 × 3 时 30 分",
    "¥175.00",
    "¥50.00/时 × 15 分",
    "−¥12.50",
    "¥162.50",
    "不是发票",
    "2026/03/17 13:52–17:15",
    "2026/03/16 10:00 · 测试支付",
  ])
    expect(text).toContain(said);
  const english = textOf(receiptPage({ ...printed, language: "en", category: "Daily cleaning" }));
  for (const said of ["¥50.00/h × 15 min", "not a tax invoice", "17/03/2026, 13:52–17:15", "Paid in the end"]) expect(english).toContain(said);
});

test("is a small PDF with its own glyphs, in both languages", async () => {
  const printer = pdfReceipts();
  for (const language of ["zh-CN", "en"] as const) {
    const bytes = Buffer.from(await printer.print({ ...printed, language }));
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(bytes.subarray(-6).toString()).toContain("%%EOF");
    expect(bytes.toString("latin1")).toMatch(/\/FontFile2 /);
    expect(bytes.length).toBeLessThan(50_000);
  }
});

test("goes on to a second page when there is much to say, and keeps names of rare characters", async () => {
  const items = Array.from({ length: 60 }, (_, index) => ({
    ...line,
    kind: "item" as const,
    title: `第 ${index} 项：龘喆燚 =SUM(A1)`,
    minutes: null,
    rateFenPerHour: null,
    fen: 100,
  }));
  const bytes = await pdfReceipts().print({ ...printed, receipt: { ...printed.receipt, paid: items, kept: items, refunded: [] } });
  expect(
    Buffer.from(bytes)
      .toString("latin1")
      .match(/\/Type \/Page\b/g)?.length,
  ).toBeGreaterThan(1);
});
