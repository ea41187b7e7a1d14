import type { TFunction } from "i18next";

const kinds = ["gateway", "escrow", "worker", "payout", "commission", "withdrawal_fee", "insurance_premium", "insurer", "compensation"] as const;
type Kind = (typeof kinds)[number];

function isKind(text: string): text is Kind {
  return (kinds as readonly string[]).includes(text);
}

/** What a person reads aloud of an id: its last eight characters in two groups. */
export function shortCode(id: string): string {
  const tail = id.replaceAll("-", "").slice(-8).toUpperCase();
  return `${tail.slice(0, 4)}-${tail.slice(4)}`;
}

/** An account by its kind and, where there are many of it, by what it belongs to: `担保金 9C1F-22A7`, `支付渠道 sandbox`. */
export function accountLabel(name: string, domain: TFunction<"domain">): string {
  const [kind = "", owner = ""] = name.split(":");
  const label = isKind(kind) ? domain(`account.${kind}`) : kind;
  if (owner === "") return label;
  return `${label} ${/^[0-9a-f-]{36}$/i.test(owner) ? shortCode(owner) : owner}`;
}

/** The order's event that an entry was posted with; null: the entry is no order's (a withdrawal). */
export function eventOfEntry(key: string): { readonly orderId: string; readonly version: number } | null {
  const match = /^order:([0-9a-f-]{36}):(\d+)$/.exec(key);
  return match?.[1] === undefined ? null : { orderId: match[1], version: Number(match[2]) };
}
