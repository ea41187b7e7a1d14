import type { JournalInput } from "@lingong/contracts";

/** Why money moved, as the filter offers it. */
export const journalReasons = [
  "capture",
  "stray_capture",
  "settlement",
  "partial_settlement",
  "cancellation",
  "full_refund",
  "decision",
  "tip",
  "insurance_premium",
  "claim",
  "withdrawal",
  "withdrawal_paid",
  "withdrawal_returned",
] as const;
export type JournalReasonName = (typeof journalReasons)[number];

/** The filters of the journal, as they stand in its address. */
export interface JournalFilters {
  readonly account?: string;
  readonly order?: string;
  readonly reason?: JournalReasonName;
}

/** Reads filters out of an address; what is not understood is left out. */
export function readJournalFilters(search: Readonly<Record<string, unknown>>): JournalFilters {
  const filters = {
    account: typeof search.account === "string" && search.account !== "" ? search.account : undefined,
    order: typeof search.order === "string" && /^[0-9a-f-]{36}$/i.test(search.order) ? search.order : undefined,
    reason: journalReasons.find((reason) => reason === search.reason),
  };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

/** What the server is asked for. */
export function journalInputOf(
  { account, order, reason }: JournalFilters,
  page: { readonly cursor: string | undefined; readonly limit: number },
): JournalInput {
  return {
    ...page,
    ...(account === undefined ? {} : { account }),
    ...(order === undefined ? {} : { orderId: order }),
    ...(reason === undefined ? {} : { reason }),
  };
}
