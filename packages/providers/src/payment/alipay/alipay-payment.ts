import type { Checkout, CheckoutRequest, Clock, PaymentProvider, PayoutRequest, RefundRequest, TransferAnswer } from "@lingong/api";
import { type AlipayAnswer, type AlipayClient, type AlipayOptions, AlipayRefusal, createAlipayClient } from "./alipay-client.ts";
import { numberOf, timeOf, yuanOf } from "./alipay-format.ts";
import { verifyNotification } from "./alipay-notification.ts";

export interface AlipayPaymentOptions extends AlipayOptions {
  /** Where Alipay sends its notifications: our `/webhooks/payment`, as the outside reaches it. */
  readonly notifyUrl: string;
  /** The server's clock, which in development may run ahead of Alipay's. */
  readonly clock: Clock;
}

/** Refusals about the payee or the payment, which hold for ever under the same key; any other is ours to mend and is thrown. */
const finalRefusals = new Set([
  "ACQ.TRADE_NOT_EXIST",
  "ACQ.TRADE_STATUS_ERROR",
  "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL",
  "ACQ.REASON_TRADE_REFUND_FEE_ERR",
  "ACQ.TRADE_HAS_FINISHED",
  "PAYEE_NOT_EXIST",
  "PAYEE_USER_INFO_ERROR",
  "PAYEE_ACCOUNT_STATUS_ERROR",
  "PAYEE_CERTIFY_LEVEL_LIMIT",
  "PAYEE_USERINFO_STATUS_ERROR",
  "PAYEE_CARD_INFO_ERROR",
  "IDENTITY_NOT_MATCH",
]);

/** A refusal that is an answer; any other goes on to whoever repeats or mends the call. */
function refused(error: unknown): TransferAnswer {
  if (error instanceof AlipayRefusal && finalRefusals.has(error.code)) return { state: "refused", reason: error.code };
  throw error;
}

function createCheckout({ sdk }: AlipayClient, { notifyUrl, clock }: AlipayPaymentOptions, request: CheckoutRequest): Checkout {
  const number = numberOf(request.paymentId);
  const realExpiry = request.expiresAt - clock.now() + Date.now();
  const url = sdk.pageExecute("alipay.trade.page.pay", "GET", {
    notifyUrl,
    returnUrl: request.returnUrl,
    bizContent: {
      out_trade_no: number,
      product_code: "FAST_INSTANT_TRADE_PAY",
      total_amount: yuanOf(request.fen),
      subject: request.subject.slice(0, 128),
      time_expire: timeOf(realExpiry),
      passback_params: request.paymentId,
    },
  });
  return { url, reference: number, expiresAt: request.expiresAt };
}

async function refund(client: AlipayClient, request: RefundRequest): Promise<TransferAnswer> {
  const content = {
    trade_no: request.captureId,
    refund_amount: yuanOf(request.fen),
    refund_reason: request.reason.slice(0, 100),
    out_request_no: numberOf(request.key),
  };
  // `fund_change` says N for a repeat of one that was made: made is made.
  return client.call("alipay.trade.refund", content).then(() => ({ state: "succeeded", reference: content.out_request_no }) as const, refused);
}

/** A transfer as Alipay tells it. */
function transferAnswer({ status, orderId, failReason }: AlipayAnswer): TransferAnswer {
  const reference = typeof orderId === "string" ? orderId : "";
  if (status === "SUCCESS") return { state: "succeeded", reference };
  // REFUND: a bank gave it back.
  if (status === "FAIL" || status === "CLOSED" || status === "REFUND")
    return { state: "refused", reason: typeof failReason === "string" && failReason !== "" ? failReason : "unknown" };
  return { state: "accepted", reference };
}

async function payout(client: AlipayClient, { key, fen, payee }: PayoutRequest): Promise<TransferAnswer> {
  const toCard = payee.kind === "bank_card";
  const content = {
    out_biz_no: numberOf(key),
    trans_amount: yuanOf(fen),
    product_code: toCard ? "TRANS_BANKCARD_NO_PWD" : "TRANS_ACCOUNT_NO_PWD",
    biz_scene: "DIRECT_TRANSFER",
    order_title: "零工 · 提现",
    payee_info: {
      identity: payee.number,
      identity_type: toCard ? "BANKCARD_ACCOUNT" : "ALIPAY_LOGON_ID",
      name: payee.holderName,
      ...(toCard ? { bankcard_ext_info: { inst_name: payee.institution, account_type: "2" } } : {}),
    },
  };
  return client.call("alipay.fund.trans.uni.transfer", content).then(transferAnswer, refused);
}

async function findPayout(client: AlipayClient, key: string): Promise<TransferAnswer | null> {
  const content = { out_biz_no: numberOf(key), product_code: "TRANS_ACCOUNT_NO_PWD", biz_scene: "DIRECT_TRANSFER" };
  try {
    return transferAnswer(await client.call("alipay.fund.trans.common.query", content));
  } catch (error) {
    if (error instanceof AlipayRefusal && error.code === "ORDER_NOT_EXIST") return null;
    throw error;
  }
}

/**
 * Alipay (支付宝) behind our port: its page to pay on, refunds, transfers to Alipay accounts and bank cards, notifications
 * signed with RSA2. Each call carries a number made of our key, under which Alipay does a thing once.
 * @throws when a key is not readable. Calls throw AlipayUnavailable (repeat it) and AlipayRefusal (we are at fault).
 */
export function alipayPayment(options: AlipayPaymentOptions): PaymentProvider {
  const client = createAlipayClient(options);
  const { clock, appId } = options;
  return {
    name: "alipay",
    webhookAnswer: "success",
    createCheckout: async (request) => createCheckout(client, options, request),
    refund: (request) => refund(client, request),
    payout: (request) => payout(client, request),
    findPayout: (key) => findPayout(client, key),
    // Alipay's bills are archives to fetch and unpack: until they are read here, its days are compared by hand.
    statement: async () => null,
    statementDay: (at) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO("Asia/Shanghai").toPlainDate().toString(),
    verifyWebhook: (request) =>
      verifyNotification({ sdk: client.sdk, appId, now: Date.now(), serverTime: (at) => at + clock.now() - Date.now() }, request),
  };
}
