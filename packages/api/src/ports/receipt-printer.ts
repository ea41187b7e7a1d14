import type { Instant, OrderReceipt, OrderState } from "@lingong/domain";

/** Everything a printed receipt says; the printer adds words and layout, never an amount. */
export interface PrintedReceipt {
  readonly language: "zh-CN" | "en";
  /** The order's code, as people read it to support. */
  readonly code: string;
  readonly orderId: string;
  readonly state: OrderState;
  readonly zone: string;
  readonly issuedAt: Instant;
  readonly endedAt: Instant;
  /** When the work was done; null: it never began. */
  readonly service: { readonly from: Instant; readonly to: Instant | null } | null;
  readonly category: string;
  readonly place: string | null;
  readonly customerName: string;
  readonly workerName: string | null;
  readonly receipt: OrderReceipt;
  /** Each capture and what of it went back, to the way it was paid. */
  readonly payments: readonly { readonly at: Instant; readonly provider: string; readonly fen: number; readonly refundedFen: number }[];
  readonly contractHash: string | null;
}

/** Makes a receipt a file that can be kept and printed. */
export interface ReceiptPrinter {
  print(receipt: PrintedReceipt): Promise<Uint8Array>;
}
