import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type pg from "pg";
import { z } from "zod";
import { GatewayError } from "../errors.ts";
import { changeMerchant, type MerchantRow, merchantChange, viewMerchant } from "../merchants.ts";
import { createCheckout, findByReference, findCheckout, newCheckout, paymentsOf, reference, viewCheckout } from "../payments/checkouts.ts";
import { statement, statementQuery } from "../payments/movements.ts";
import { createPayee, newPayee } from "../payments/payees.ts";
import { createPayout, findPayout, newPayout, viewPayout } from "../payments/payouts.ts";
import { createRefund, findRefund, newRefund, viewRefund } from "../payments/refunds.ts";
import type { Connection } from "../storage/database.ts";
import { listEvents } from "../webhooks/events.ts";
import { authenticate } from "./authentication.ts";
import { once } from "./idempotency.ts";
import { check, checkBody } from "./validation.ts";

export interface ApiContext {
  readonly pool: pg.Pool;
  readonly publicUrl: () => string;
  /** Something was committed that may be due. */
  readonly wake: () => void;
}

const named = z.strictObject({ id: reference });
const byReference = z.strictObject({ reference });
const eventsQuery = z.strictObject({
  after: z
    .string()
    .regex(/^evt_[0-9a-f]{32}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

type Work<Input> = (connection: Connection, merchant: MerchantRow, input: Input) => Promise<unknown>;

/** The merchants' signed API. */
export function registerApi(app: FastifyInstance, context: ApiContext): void {
  const { pool } = context;
  const signed = (request: FastifyRequest) => authenticate(pool, request, Date.now());

  const creation =
    <Schema extends z.ZodType>(schema: Schema, work: Work<z.infer<Schema>>) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const merchant = await signed(request);
      const input = checkBody(schema, request.body);
      const answer = await once(pool, request, merchant, async (connection) => ({ status: 201, body: await work(connection, merchant, input) }));
      context.wake();
      if (answer.repeated) reply.header("idempotent-replayed", "true");
      return reply.code(answer.status).send(answer.body);
    };

  const reading = (work: (merchant: MerchantRow, request: FastifyRequest) => Promise<unknown>) => async (request: FastifyRequest) =>
    work(await signed(request), request);

  app.get(
    "/v1/merchant",
    reading(async (merchant) => viewMerchant(merchant)),
  );
  app.patch(
    "/v1/merchant",
    reading(async (merchant, request) => viewMerchant(await changeMerchant(pool, merchant.id, checkBody(merchantChange, request.body)))),
  );

  app.post(
    "/v1/checkouts",
    creation(newCheckout, async (connection, merchant, input) => {
      const { checkout, payments } = await createCheckout(connection, merchant.id, input);
      return viewCheckout(checkout, payments, context.publicUrl());
    }),
  );
  app.get(
    "/v1/checkouts",
    reading(async (merchant, request) => {
      const rows = await findByReference(pool, merchant.id, check(byReference, request.query).reference);
      const ids = rows.map((row) => row.id);
      const payments = ids.length === 0 ? [] : await paymentsOf(pool, ids);
      return {
        checkouts: rows.map((row) =>
          viewCheckout(
            row,
            payments.filter((payment) => payment.checkout_id === row.id),
            context.publicUrl(),
          ),
        ),
      };
    }),
  );
  app.get(
    "/v1/checkouts/:id",
    reading(async (merchant, request) => {
      const row = await findCheckout(pool, check(named, request.params).id);
      if (row === null || row.merchant_id !== merchant.id) throw new GatewayError("not_found", "there is no such checkout session");
      return viewCheckout(row, await paymentsOf(pool, [row.id]), context.publicUrl());
    }),
  );

  app.post(
    "/v1/refunds",
    creation(newRefund, async (connection, merchant, input) => viewRefund(await createRefund(connection, merchant.id, input))),
  );
  app.get(
    "/v1/refunds/:id",
    reading(async (merchant, request) => viewRefund(await findRefund(pool, merchant.id, check(named, request.params).id))),
  );

  app.post(
    "/v1/payees",
    creation(newPayee, async (connection, merchant, input) => {
      const row = await createPayee(connection, merchant, input);
      return { id: row.id, kind: row.kind, masked: row.masked };
    }),
  );
  app.post(
    "/v1/payouts",
    creation(newPayout, async (connection, merchant, input) => viewPayout(await createPayout(connection, merchant.id, input))),
  );
  app.get(
    "/v1/payouts/:id",
    reading(async (merchant, request) => viewPayout(await findPayout(pool, merchant.id, check(named, request.params).id))),
  );

  app.get(
    "/v1/statement",
    reading((merchant, request) => statement(pool, merchant.id, check(statementQuery, request.query))),
  );
  app.get(
    "/v1/events",
    reading((merchant, request) => {
      const query = check(eventsQuery, request.query);
      return listEvents(pool, merchant.id, query.after ?? null, query.limit);
    }),
  );
}
