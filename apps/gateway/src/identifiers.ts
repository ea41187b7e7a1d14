import { randomBytes } from "node:crypto";

export type IdentifierPrefix = "cs" | "pay" | "re" | "po" | "payee" | "evt";

/** An identifier nobody can guess: a prefix that says what it names, and 128 random bits. */
export function newIdentifier(prefix: IdentifierPrefix): string {
  return `${prefix}_${randomBytes(16).toString("hex")}`;
}
