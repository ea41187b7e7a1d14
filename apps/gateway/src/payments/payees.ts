import { createHmac } from "node:crypto";
import { z } from "zod";
import { GatewayError } from "../errors.ts";
import { newIdentifier } from "../identifiers.ts";
import { type Connection, takeRow } from "../storage/database.ts";

/** Luhn's check digit, 16–19 digits. */
export function isCardNumber(number: string): boolean {
  if (!/^\d{16,19}$/.test(number)) return false;
  let sum = 0;
  for (let place = 0; place < number.length; place += 1) {
    const digit = Number(number.at(-1 - place));
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Checked and not kept: the sandbox has no bank to compare them with. */
const holder = { institution: z.string().max(60).optional(), holderName: z.string().max(60).optional() };

const bankCard = z.strictObject({
  kind: z.literal("bank_card"),
  account: z.string().refine(isCardNumber, "not a card number"),
  ...holder,
});
const wallet = z.strictObject({
  kind: z.literal("wallet"),
  account: z
    .string()
    .trim()
    .regex(/^[\w.@+-]{3,64}$/),
  ...holder,
});
export const newPayee = z.discriminatedUnion("kind", [bankCard, wallet]);
export type NewPayee = z.infer<typeof newPayee>;

export interface PayeeRow {
  readonly id: string;
  readonly kind: "bank_card" | "wallet";
  readonly masked: string;
  readonly test_account: TestAccount | null;
}

/** Accounts that misbehave on purpose, told by their last four characters: see the README's table. */
export type TestAccount = "closed" | "fails_once" | "slow";
const testAccounts: Readonly<Record<string, TestAccount>> = { "0002": "closed", "0010": "fails_once", "0028": "slow" };

function mask(input: NewPayee): string {
  if (input.kind === "bank_card") return `•••• ${input.account.slice(-4)}`;
  return `${input.account.slice(0, 2)}•••${input.account.slice(-2)}`;
}

/**
 * Exchanges an account for a token. The account itself is not kept: a keyed hash finds it again, so that the same
 * account gets the same token, and a masked form is shown.
 */
export async function createPayee(connection: Connection, merchant: { id: string; secret: string }, input: NewPayee): Promise<PayeeRow> {
  const hash = createHmac("sha256", merchant.secret).update(`payee\n${input.kind}\n${input.account}`).digest("hex");
  return takeRow<PayeeRow>(
    connection,
    `insert into payees (id, merchant_id, kind, account_hash, masked, test_account) values ($1, $2, $3, $4, $5, $6)
     on conflict (merchant_id, kind, account_hash) do update set masked = excluded.masked returning *`,
    [newIdentifier("payee"), merchant.id, input.kind, hash, mask(input), testAccounts[input.account.slice(-4)] ?? null],
  );
}

export async function lockPayee(connection: Connection, merchantId: string, id: string): Promise<PayeeRow> {
  const result = await connection.query<PayeeRow>("select * from payees where id = $1 and merchant_id = $2 for no key update", [id, merchantId]);
  const row = result.rows[0];
  if (row === undefined) throw new GatewayError("payee_unknown", "there is no such payee");
  return row;
}
