import { shortCode } from "../money/account-label.ts";
import { addressOf } from "../shell/address.ts";

export type SubjectKind = "order" | "user" | "account" | "statement" | "fees";

export interface Subject {
  readonly kind: SubjectKind | null;
  /** As it is read aloud: a code, an account's name. */
  readonly name: string;
  /** Where it can be looked at; null: nowhere. */
  readonly href: string | null;
}

/** What an entry of the audit log is about, from its `kind:id`. */
export function subjectOf(subject: string): Subject {
  const at = subject.indexOf(":");
  const [kind, id] = [subject.slice(0, at), subject.slice(at + 1)];
  switch (kind) {
    case "order":
      return { kind, name: shortCode(id), href: addressOf(`/orders/${id}`) };
    case "user":
      return { kind, name: shortCode(id), href: addressOf(`/people/${id}`) };
    case "account":
      return { kind, name: id, href: addressOf(`/money/journal?account=${encodeURIComponent(id)}`) };
    case "statement":
      return { kind, name: id, href: addressOf(`/money/reconciliation?day=${id.slice(id.indexOf(":") + 1)}`) };
    case "fees":
      return { kind, name: shortCode(id), href: addressOf("/fees/versions") };
    default:
      return { kind: null, name: subject, href: null };
  }
}
