import type {
  Checkout,
  CheckoutRequest,
  Clock,
  PaymentProvider,
  PayoutRequest,
  RefundRequest,
  Statement,
  StatementLine,
  TransferAnswer,
} from "@lingong/api";
import type { Instant } from "@lingong/domain";
import { z } from "zod";
import { createGatewayClient, type GatewayClient, type GatewayClientOptions, GatewayRefusal } from "./gateway-client.ts";
import { verifyWebhook } from "./webhook.ts";

export interface SandboxPaymentOptions extends GatewayClientOptions {
  /** The server's clock, which in development may run ahead of the gateway's. */
  readonly clock: Clock;
}

export interface SandboxPayment extends PaymentProvider {
  statement(day: string): Promise<Statement>;
}

/** The gateway keeps its books by the days of this zone, and by its own clock. */
const STATEMENT_ZONE = "Asia/Shanghai";

const SHORTEST_SECONDS = 1;
const LONGEST_SECONDS = 86_400;
const STATEMENT_PAGE = 500;

const checkoutAnswer = z.object({ id: z.string(), url: z.url({ protocol: /^https?$/ }), expiresAt: z.iso.datetime() });
const transferAnswer = z.object({ id: z.string(), state: z.enum(["pending", "succeeded", "failed"]), failure: z.string().nullable() });
const payeeAnswer = z.object({ id: z.string() });
const statementAnswer = z.object({
  complete: z.boolean(),
  lines: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(["capture", "refund", "payout"]),
      objectId: z.string(),
      reference: z.string(),
      fen: z.int(),
      at: z.iso.datetime(),
    }),
  ),
  next: z.string().nullable(),
});

/** Refusals that hold for ever under the same key; any other is our own fault and is thrown. */
const finalRefusals = new Set(["refund_exceeds_captured", "payment_not_captured", "not_found", "payee_unknown", "reference_reused"]);

async function transfer(work: () => Promise<unknown>): Promise<TransferAnswer> {
  try {
    const answer = transferAnswer.parse(await work());
    if (answer.state === "failed") return { state: "refused", reason: answer.failure ?? "unknown" };
    return { state: answer.state === "succeeded" ? "succeeded" : "accepted", reference: answer.id };
  } catch (error) {
    if (error instanceof GatewayRefusal && finalRefusals.has(error.code)) return { state: "refused", reason: error.code };
    throw error;
  }
}

async function payout(client: GatewayClient, request: PayoutRequest): Promise<TransferAnswer> {
  const { kind, number, institution, holderName } = request.payee;
  const account = { kind: kind === "bank_card" ? "bank_card" : "wallet", account: number, institution, holderName };
  let payeeId: string;
  try {
    payeeId = payeeAnswer.parse(await client.post("/v1/payees", account)).id;
  } catch (error) {
    if (error instanceof GatewayRefusal && error.code === "invalid_request") return { state: "refused", reason: "account_invalid" };
    throw error;
  }
  return transfer(() => client.post("/v1/payouts", { reference: request.key, payeeId, amountFen: request.fen }));
}

/** The gateway's own record of a payout, under our key. */
async function findPayout(client: GatewayClient, key: string): Promise<TransferAnswer | null> {
  const answer = await transfer(() => client.get(`/v1/payouts/${encodeURIComponent(key)}`));
  return answer.state === "refused" && answer.reason === "not_found" ? null : answer;
}

async function statement(client: GatewayClient, day: string, serverTime: (at: Instant) => Instant): Promise<Statement> {
  const lines: StatementLine[] = [];
  let after = "";
  for (;;) {
    const page = statementAnswer.parse(await client.get(`/v1/statement?day=${encodeURIComponent(day)}&limit=${STATEMENT_PAGE}${after}`));
    for (const line of page.lines) lines.push({ ...line, at: serverTime(Date.parse(line.at)) });
    if (page.next === null) return { day, complete: page.complete, lines };
    after = `&after=${page.next}`;
  }
}

/**
 * The sandbox gateway behind our port, reached over HTTP alone. The gateway's own rule that a reference is paid,
 * refunded or paid out once makes every call repeatable under our key.
 * @throws GatewayUnavailable when no attempt was answered: the job repeats the call; GatewayRefusal when we are at fault.
 */
export function sandboxPayment(options: SandboxPaymentOptions): SandboxPayment {
  const { clock, merchantId, secret } = options;
  const client = createGatewayClient(options);
  const serverTime = (gatewayTime: Instant): Instant => gatewayTime + clock.now() - Date.now();
  return {
    name: "sandbox",
    webhookAnswer: "received",
    async createCheckout(request: CheckoutRequest): Promise<Checkout> {
      const seconds = Math.ceil((request.expiresAt - clock.now()) / 1_000);
      const answer = checkoutAnswer.parse(
        await client.post("/v1/checkouts", {
          reference: request.paymentId,
          amountFen: request.fen,
          currency: "CNY",
          description: request.subject,
          returnUrl: request.returnUrl,
          expiresInSeconds: Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, seconds)),
        }),
      );
      return { url: answer.url, reference: answer.id, expiresAt: serverTime(Date.parse(answer.expiresAt)) };
    },
    refund: (request: RefundRequest) =>
      transfer(() =>
        client.post("/v1/refunds", { reference: request.key, paymentId: request.captureId, amountFen: request.fen, reason: request.reason }),
      ),
    payout: (request) => payout(client, request),
    findPayout: (key) => findPayout(client, key),
    verifyWebhook: (request) => verifyWebhook({ merchantId, secret, now: Date.now(), serverTime }, request),
    statement: (day) => statement(client, day, serverTime),
    statementDay: (at) =>
      Temporal.Instant.fromEpochMilliseconds(at - clock.now() + Date.now())
        .toZonedDateTimeISO(STATEMENT_ZONE)
        .toPlainDate()
        .toString(),
  };
}
