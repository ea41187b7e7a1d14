import type { FailureReason } from "../scenario.ts";

const zh = {
  lang: "zh-CN",
  brand: "沙盒支付",
  sandbox: "沙盒环境",
  sandboxHint: "演示用的支付网关，不会扣真钱",
  title: "收银台",
  payTo: "付款给",
  amount: "应付金额",
  for: "订单说明",
  reference: "商户单号",
  closesIn: "后关闭，不扣款",
  closesAt: "{time} 前有效（上海时间）",
  method: "付款方式",
  wallet: "钱包余额",
  walletHint: "沙盒钱包，余额充足",
  bankCard: "银行卡",
  bankCardHint: "沙盒银行储蓄卡，尾号 8219",
  pay: "支付 {amount}",
  cancel: "取消付款",
  cancelHint: "取消后不扣款，可回商户重新付款",
  controls: "开发选项",
  controlsHint: "让这次付款变慢、重复或失败，看商户怎样应对",
  delay: "多久才有结果",
  webhookDelay: "通知晚多久发出",
  duplicates: "每个通知重复几次",
  lose: "开头丢失几次通知",
  outOfOrder: "通知乱序到达",
  captures: "银行扣几次款",
  capturedFen: "实扣金额（分），留空为应付金额",
  fail: "让付款失败",
  failReason: "失败原因",
  atOnce: "立刻",
  seconds: "{n} 秒",
  minutes: "{n} 分钟",
  times: "{n} 次",
  never: "不重复",
  none: "不丢失",
  once: "一次",
  failedTitle: "这次没有付成：{reason}",
  failedSafe: "没有扣款，可以再试一次或换一种方式。",
  processing: "正在等银行确认",
  processingHint: "请不要关闭页面，也不用重复付款；有结果会自动返回。",
  paid: "已付款 {amount}",
  paidHint: "正在返回商户…",
  cancelled: "付款已取消",
  cancelledHint: "没有扣款。",
  expired: "付款时间已过",
  expiredHint: "没有扣款，请回商户重新下单付款。",
  notFound: "找不到这笔付款",
  notFoundHint: "链接可能不完整，请回商户重新打开。没有扣款。",
  wrong: "没有办成",
  wrongHint: "出了点问题，没有扣款，请稍后再试。",
  invalidHint: "有一项选择不对，没有扣款，请返回重选。",
  back: "返回商户",
  refresh: "刷新结果",
  otherLanguage: "English",
} as const;

export type Messages = { readonly [Key in keyof typeof zh]: string };

const en: Messages = {
  lang: "en",
  brand: "Sandbox Pay",
  sandbox: "Sandbox",
  sandboxHint: "A payment gateway for trying things out: no real money moves",
  title: "Checkout",
  payTo: "Pay to",
  amount: "Amount due",
  for: "For",
  reference: "Merchant reference",
  closesIn: "until this closes, nothing charged",
  closesAt: "Open until {time} (Shanghai time)",
  method: "Pay with",
  wallet: "Wallet balance",
  walletHint: "Sandbox wallet, enough balance",
  bankCard: "Bank card",
  bankCardHint: "Sandbox Bank debit card ending 8219",
  pay: "Pay {amount}",
  cancel: "Cancel payment",
  cancelHint: "Nothing is charged; you can pay again from the merchant",
  controls: "Developer options",
  controlsHint: "Make this payment slow, doubled or failing, and watch how the merchant copes",
  delay: "Result known after",
  webhookDelay: "Notice sent late by",
  duplicates: "Repeat each notice",
  lose: "Lose the first notices",
  outOfOrder: "Notices arrive out of order",
  captures: "Bank charges",
  capturedFen: "Amount charged in fen, empty for the amount due",
  fail: "Fail this payment",
  failReason: "Reason of failure",
  atOnce: "at once",
  seconds: "{n} s",
  minutes: "{n} min",
  times: "{n} times",
  never: "never",
  none: "none",
  once: "once",
  failedTitle: "This payment did not go through: {reason}",
  failedSafe: "Nothing was charged. Try again or choose another way.",
  processing: "Waiting for the bank",
  processingHint: "Keep this page open and do not pay again; it returns by itself when the result is known.",
  paid: "{amount} paid",
  paidHint: "Taking you back to the merchant…",
  cancelled: "Payment cancelled",
  cancelledHint: "Nothing was charged.",
  expired: "The time to pay is over",
  expiredHint: "Nothing was charged. Please start again from the merchant.",
  notFound: "This payment cannot be found",
  notFoundHint: "The link may be incomplete: open it again from the merchant. Nothing was charged.",
  wrong: "That did not work",
  wrongHint: "Something went wrong, nothing was charged. Please try again in a moment.",
  invalidHint: "One of the choices does not fit. Nothing was charged; go back and choose again.",
  back: "Back to the merchant",
  refresh: "Check the result",
  otherLanguage: "中文",
};

const failuresZh: Readonly<Record<FailureReason, string>> = {
  insufficient_funds: "余额不足",
  card_declined: "银行拒绝了这张卡",
  risk_refused: "风控未通过",
  bank_unavailable: "银行暂时无法处理",
  account_closed: "账户已注销",
  account_name_differs: "户名不符",
  limit_exceeded: "超出限额",
};

const failuresEn: Readonly<Record<FailureReason, string>> = {
  insufficient_funds: "Not enough balance",
  card_declined: "The bank declined this card",
  risk_refused: "Refused by the risk check",
  bank_unavailable: "The bank cannot be reached right now",
  account_closed: "The account is closed",
  account_name_differs: "The account name differs",
  limit_exceeded: "Above the limit",
};

export type Language = "zh" | "en";

export function messagesOf(language: Language): Messages {
  return language === "zh" ? zh : en;
}

export function failureText(language: Language, reason: string): string {
  const texts: Readonly<Record<string, string>> = language === "zh" ? failuresZh : failuresEn;
  return texts[reason] ?? reason;
}

/** The language the customer reads first: an explicit choice, else the first of Accept-Language that we have, else Chinese. */
export function chooseLanguage(chosen: unknown, acceptLanguage: string | undefined): Language {
  if (chosen === "zh" || chosen === "en") return chosen;
  const wishes = (acceptLanguage ?? "")
    .slice(0, 500)
    .split(",")
    .map((wish, index) => {
      const [tag = "", ...parameters] = wish.trim().toLowerCase().split(";");
      const quality = Number(
        parameters
          .find((parameter) => parameter.trim().startsWith("q="))
          ?.trim()
          .slice(2) ?? "1",
      );
      return { tag, quality: Number.isFinite(quality) ? quality : 0, index };
    });
  wishes.sort((a, b) => b.quality - a.quality || a.index - b.index);
  for (const { tag } of wishes) {
    if (tag.startsWith("zh")) return "zh";
    if (tag.startsWith("en")) return "en";
  }
  return "zh";
}

/** Puts values into a sentence's braces. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Integer fen as money to read, `¥1,263.48`. */
export function formatFen(fen: number): string {
  const yuan = Math.floor(fen / 100).toLocaleString("en-US");
  return `¥${yuan}.${String(fen % 100).padStart(2, "0")}`;
}
