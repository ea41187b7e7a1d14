import type { PrintedReceipt } from "@lingong/api";
import type { Fen, ReceiptLine } from "@lingong/domain";
import { filled, type ReceiptWords, receiptWords } from "./receipt-words.ts";

export interface PageRow {
  readonly label: string;
  /** Smaller, beside the label: how the amount is made. */
  readonly detail: string;
  readonly amount: string;
}

/** What stands on the page, in order; the drawing adds no word and no amount. */
export interface ReceiptPage {
  readonly brand: string;
  readonly title: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly sections: readonly { readonly title: string; readonly rows: readonly PageRow[]; readonly sum: PageRow | null }[];
  readonly total: PageRow;
  readonly footer: readonly string[];
}

/** `¥1,234.50`, with a true minus where money went back. */
function money(fen: Fen): string {
  const digits = (Math.abs(fen) / 100).toFixed(2).replace(/\B(?=(?:\d{3})+\.)/g, ",");
  return `${fen < 0 ? "−" : ""}¥${digits}`;
}

function spanOf(minutes: number, words: ReceiptWords): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [hours > 0 ? filled(words.hours, { n: hours }) : "", rest > 0 ? filled(words.minutes, { n: rest }) : ""];
  return parts.filter((part) => part !== "").join(" ");
}

function rowOf(line: ReceiptLine, sign: 1 | -1, words: ReceiptWords): PageRow {
  const { minutes, rateFenPerHour, headcount } = line;
  const values = { rate: money(rateFenPerHour ?? 0), span: spanOf(minutes ?? 0, words), heads: headcount ?? 1 };
  const detail = minutes === null ? "" : filled((headcount ?? 1) > 1 ? words.factorsHeads : words.factors, values);
  return { label: line.title ?? words.line[line.kind], detail, amount: money(sign * line.fen) };
}

function momentOf(at: number, { zone, language }: PrintedReceipt): string {
  const options = {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  } as const;
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : "zh-CN", options).format(at);
}

/** From one moment to another: of the same day only the time is written again. */
function spanBetween(from: number, to: number | null, printed: PrintedReceipt): string {
  const start = momentOf(from, printed);
  if (to === null) return start;
  const end = momentOf(to, printed);
  const sameDay = start.slice(0, 10) === end.slice(0, 10);
  return `${start}–${sameDay ? end.slice(-5) : end}`;
}

function factsOf(printed: PrintedReceipt, words: ReceiptWords): ReceiptPage["facts"] {
  const { service, place, workerName } = printed;
  const moment = (at: number) => momentOf(at, printed);
  const city = printed.zone.split("/").at(-1)?.replaceAll("_", " ") ?? printed.zone;
  const zone = filled(words.zone, { city: city === "Shanghai" && printed.language === "zh-CN" ? "上海" : city });
  return [
    [words.code, printed.code],
    [words.state, words.states[printed.state] ?? printed.state],
    [words.category, printed.category],
    ...(service === null ? [] : [[words.service, spanBetween(service.from, service.to, printed)] as const]),
    [words.endedAt, `${moment(printed.endedAt)}（${zone}）`.replace(/（(.+)）/, printed.language === "en" ? " ($1)" : "（$1）")],
    ...(place === null ? [] : [[words.place, place] as const]),
    [words.customer, printed.customerName],
    ...(workerName === null ? [] : [[words.worker, workerName] as const]),
  ];
}

function sectionOf(title: string, lines: readonly ReceiptLine[], fen: Fen, words: ReceiptWords, sign: 1 | -1 = 1): ReceiptPage["sections"] {
  if (lines.length === 0) return [];
  const sum = { label: words.sum, detail: "", amount: money(sign * fen) };
  return [{ title, rows: lines.map((line) => rowOf(line, sign, words)), sum: lines.length > 1 ? sum : null }];
}

function paymentsOf(printed: PrintedReceipt, words: ReceiptWords): ReceiptPage["sections"] {
  const rows = printed.payments.map(({ at, provider, fen, refundedFen }) => {
    const values = { at: momentOf(at, printed), provider: words.providers[provider] ?? provider, back: money(refundedFen) };
    return { label: filled(refundedFen > 0 ? words.paymentBack : words.payment, values), detail: "", amount: money(fen) };
  });
  return rows.length === 0 ? [] : [{ title: words.payments, rows, sum: null }];
}

/** A receipt as the words and amounts of its page. */
export function receiptPage(printed: PrintedReceipt): ReceiptPage {
  const words = receiptWords[printed.language];
  const { paid, kept, refunded, paidFen, keptFen, refundedFen } = printed.receipt;
  return {
    brand: words.brand,
    title: words.title,
    facts: factsOf(printed, words),
    sections: [
      ...sectionOf(words.paid, paid, paidFen, words),
      ...sectionOf(words.refunded, refunded, refundedFen, words, -1),
      ...sectionOf(words.kept, kept, keptFen, words),
      ...paymentsOf(printed, words),
    ],
    total: { label: words.total, detail: `${money(paidFen)} − ${money(refundedFen)}`, amount: money(paidFen - refundedFen) },
    footer: words.footer.map((line) => filled(line, { issued: momentOf(printed.issuedAt, printed), id: printed.orderId })),
  };
}

/** Every text on the page: what the embedded font must be able to write. */
export function textOf(page: ReceiptPage): string {
  const rows = (list: readonly PageRow[]) => list.map(({ label, detail, amount }) => label + detail + amount).join("");
  const sections = page.sections.map(({ title, rows: list, sum }) => title + rows(list) + rows(sum === null ? [] : [sum])).join("");
  return [page.brand, page.title, page.facts.flat().join(""), sections, rows([page.total]), page.footer.join("")].join("");
}
