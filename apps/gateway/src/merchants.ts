import { z } from "zod";
import { GatewayError } from "./errors.ts";
import { type Behaviour, behaviourSchema } from "./scenario.ts";
import { type Connection, findRow } from "./storage/database.ts";

/** A shop that takes payments here. */
export const merchantSchema = z.strictObject({
  id: z.string().regex(/^[\w-]{1,40}$/),
  name: z.string().trim().min(1).max(60),
  secret: z.string().min(32).max(200),
  webhookUrl: z.url({ protocol: /^https?$/ }).max(2_000),
});
export type Merchant = z.infer<typeof merchantSchema>;

export interface MerchantRow {
  readonly id: string;
  readonly name: string;
  readonly secret: string;
  readonly webhook_url: string;
  readonly behaviour: Behaviour;
}

/** Registers a merchant, or brings name, secret and address up to date; its behaviour stays as it was set. */
export async function registerMerchant(connection: Connection, merchant: Merchant): Promise<void> {
  await connection.query(
    `insert into merchants (id, name, secret, webhook_url) values ($1, $2, $3, $4)
     on conflict (id) do update set name = excluded.name, secret = excluded.secret, webhook_url = excluded.webhook_url`,
    [merchant.id, merchant.name, merchant.secret, merchant.webhookUrl],
  );
}

export async function findMerchant(connection: Connection, id: string): Promise<MerchantRow | null> {
  return findRow<MerchantRow>(connection, "select * from merchants where id = $1", [id]);
}

export const merchantChange = z.strictObject({ webhookUrl: merchantSchema.shape.webhookUrl.optional(), behaviour: behaviourSchema.optional() });

/** Sets the merchant's standing wishes; `behaviour` replaces the former one whole. */
export async function changeMerchant(connection: Connection, id: string, change: z.infer<typeof merchantChange>): Promise<MerchantRow> {
  const row = await findRow<MerchantRow>(
    connection,
    "update merchants set webhook_url = coalesce($2, webhook_url), behaviour = coalesce($3, behaviour) where id = $1 returning *",
    [id, change.webhookUrl ?? null, change.behaviour === undefined ? null : JSON.stringify(change.behaviour)],
  );
  if (row === null) throw new GatewayError("not_found", "there is no such merchant");
  return row;
}

export function viewMerchant(row: MerchantRow) {
  return { id: row.id, name: row.name, webhookUrl: row.webhook_url, behaviour: row.behaviour };
}
