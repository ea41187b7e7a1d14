import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { renderInApp } from "../../testing.tsx";
import { OrderInsurance } from "./order-insurance.tsx";
import type { CertificateView, ClaimView } from "./types.ts";
import { fenOfYuan, yuanOfFen } from "./yuan.ts";

afterEach(cleanup);
// jsdom loads no fonts; a textarea that grows with its words listens for them.
Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });

const certificate: CertificateView = {
  assignmentId: "0190aaaa-0000-7000-8000-000000000001",
  number: "LG-000000000001",
  tier: "basic",
  coverFen: 10_000_000,
  coverLeftFen: 9_970_000,
  from: "2026-03-16T01:00:00.000Z",
  to: "2026-03-16T05:00:00.000Z",
  claimableUntil: "2026-04-15T05:00:00.000Z",
  customerName: "陈女士",
  workerName: "周桂芳",
  mayClaim: true,
  claims: [],
};
const draft: ClaimView = {
  id: "0190bbbb-0000-7000-8000-000000000001",
  side: "worker",
  state: "draft",
  kind: "injury",
  askedFen: 30_050,
  approvedFen: null,
  text: "上梯子时扭伤",
  files: [{ id: "0190cccc-0000-7000-8000-000000000001", type: "application/pdf", label: "病历.pdf" }],
  payeeMasked: null,
  reason: null,
  answerBy: null,
  paidAt: null,
  actions: ["save", "submit", "withdraw"],
};
const desk = () => ({ save: vi.fn(async () => null), step: vi.fn(async () => null), upload: vi.fn(async () => "photo") });
const insuranceWith = (change: Partial<CertificateView>) => ({
  certificates: [{ ...certificate, ...change }],
  filesMost: 10,
  claimDays: 30,
  answerDays: 7,
});

describe("the insurance of an order", () => {
  it("shows its certificate: number, both insured, cover left and until when to claim, in both languages", async () => {
    const view = await renderInApp(<OrderInsurance orderId="o" side="customer" insurance={insuranceWith({})} desk={desk()} />);
    fireEvent.click(screen.getByRole("button", { name: /保险凭证/ }));
    await waitFor(() => expect(screen.queryAllByText("LG-000000000001")).toHaveLength(1));
    expect(screen.queryAllByText("客户 陈女士、服务者 周桂芳")).toHaveLength(1);
    expect(screen.queryAllByText("¥99,700.00")).toHaveLength(1);
    view.unmount();
    await renderInApp(<OrderInsurance orderId="o" side="customer" insurance={insuranceWith({})} desk={desk()} />, { language: "en" });
    expect(screen.queryAllByText(/Certificate of insurance/)).toHaveLength(1);
  });

  it("goes on with a draft, and submits exactly what is written, saved first", async () => {
    const acts = desk();
    await renderInApp(<OrderInsurance orderId="o" side="worker" insurance={insuranceWith({ claims: [draft], mayClaim: false })} desk={acts} />);
    fireEvent.click(screen.getByRole("button", { name: "继续填写" }));
    const amount = (await screen.findByLabelText("申请金额（元）")) as HTMLInputElement;
    expect(amount.value).toBe("300.50");
    fireEvent.change(amount, { target: { value: "100001" } });
    expect((screen.getByRole("button", { name: /提交申请/ }) as HTMLButtonElement).disabled).toBe(true);
    fireEvent.change(amount, { target: { value: "280" } });
    fireEvent.click(screen.getByRole("button", { name: "提交申请 ¥280.00" }));
    await waitFor(() => expect(acts.step).toHaveBeenCalledWith({ claimId: draft.id, command: "submit" }));
    expect(acts.save).toHaveBeenCalledWith({
      claimId: draft.id,
      orderId: "o",
      assignmentId: certificate.assignmentId,
      kind: "injury",
      askedFen: 28_000,
      text: "上梯子时扭伤",
      fileIds: [draft.files[0]?.id],
      payee: null,
    });
  });

  it("says why a claim was refused, and withdraws one that waits", async () => {
    const acts = desk();
    const refused: ClaimView = { ...draft, id: "r", state: "refused", reason: "不在保障范围", actions: [] };
    const waiting: ClaimView = { ...draft, id: "w", state: "submitted", answerBy: "2026-03-24T05:00:00.000Z", actions: ["withdraw"] };
    await renderInApp(<OrderInsurance orderId="o" side="worker" insurance={insuranceWith({ claims: [refused, waiting] })} desk={acts} />);
    expect(screen.queryAllByText("理由：不在保障范围")).toHaveLength(1);
    fireEvent.click(screen.getByRole("button", { name: "撤回" }));
    await waitFor(() => expect(acts.step).toHaveBeenCalledWith({ claimId: "w", command: "withdraw" }));
  });

  it("is not there where nobody is insured", async () => {
    const none = { certificates: [], filesMost: 10, claimDays: 30, answerDays: 7 };
    const { container } = await renderInApp(<OrderInsurance orderId="o" side="worker" insurance={none} desk={desk()} />);
    expect(container.textContent).not.toContain("保险");
  });
});

describe("an amount as it is typed", () => {
  it("is read to the fen, or not at all", () => {
    expect(["300", "300.5", "300.05", "１２", "0"].map(fenOfYuan)).toEqual([30_000, 30_050, 30_005, 1_200, 0]);
    expect(["", "-1", "1.234", "1e3", "十"].map(fenOfYuan)).toEqual([null, null, null, null, null]);
    expect([yuanOfFen(30_000), yuanOfFen(30_050)]).toEqual(["300", "300.50"]);
  });
});
