import type { PrintedReceipt } from "@lingong/api";
import type { ReceiptLine } from "@lingong/domain";

/** Every word of a printed receipt in one language. `{…}` is filled in. */
export interface ReceiptWords {
  readonly brand: string;
  readonly title: string;
  readonly code: string;
  readonly endedAt: string;
  readonly service: string;
  readonly category: string;
  readonly place: string;
  readonly customer: string;
  readonly worker: string;
  readonly state: string;
  readonly states: Partial<Record<PrintedReceipt["state"], string>>;
  readonly paid: string;
  readonly kept: string;
  readonly refunded: string;
  readonly payments: string;
  readonly line: Record<ReceiptLine["kind"], string>;
  readonly factors: string;
  readonly factorsHeads: string;
  readonly hours: string;
  readonly minutes: string;
  readonly sum: string;
  readonly total: string;
  readonly payment: string;
  readonly paymentBack: string;
  readonly providers: Readonly<Record<string, string>>;
  readonly zone: string;
  readonly footer: readonly string[];
}

const zh: ReceiptWords = {
  brand: "零工 Lingong",
  title: "收据",
  code: "订单号",
  endedAt: "结束时间",
  service: "服务时间",
  category: "服务",
  place: "地点",
  customer: "客户",
  worker: "服务者",
  state: "状态",
  states: { completed: "已完成", resolved: "已裁决", cancelled: "已取消", expired: "已过期" },
  paid: "付款",
  kept: "费用",
  refunded: "退款（按当时收取的单价逐行退回）",
  payments: "支付记录",
  line: {
    time: "服务时间",
    raise: "加价",
    extra_time: "加时",
    item: "补充项目",
    travel: "路费",
    tip: "小费",
    stray: "多收的付款",
    cancellation_fee: "取消费",
    awarded: "裁决支付",
    rest: "其余预付款",
  },
  factors: "{rate}/时 × {span}",
  factorsHeads: "{rate}/时 × {span} × {heads} 人",
  hours: "{n} 时",
  minutes: "{n} 分",
  sum: "小计",
  total: "实际支付",
  payment: "{at} · {provider}",
  paymentBack: "{at} · {provider}，其中 {back} 原路退回",
  providers: { sandbox: "测试支付", alipay: "支付宝", wechat: "微信支付" },
  zone: "时间为{city}时间",
  footer: [
    "本收据是付款与退款的凭证，不是发票（增值税发票），不能用于抵扣税款。需要发票请联系平台客服。",
    "资金由持牌支付机构代收代付；金额与平台账本逐笔一致。",
    "{issued} 出具 · 订单 {id}",
  ],
};

const en: ReceiptWords = {
  brand: "零工 Lingong",
  title: "Receipt",
  code: "Order",
  endedAt: "Ended",
  service: "Work",
  category: "Service",
  place: "Place",
  customer: "Customer",
  worker: "Worker",
  state: "State",
  states: { completed: "Completed", resolved: "Decided by arbitration", cancelled: "Cancelled", expired: "Expired" },
  paid: "Paid",
  kept: "Charged for",
  refunded: "Refunded (line by line, at the rate that was charged)",
  payments: "Payments",
  line: {
    time: "Time",
    raise: "Price raise",
    extra_time: "Extra time",
    item: "Extra item",
    travel: "Travel",
    tip: "Tip",
    stray: "Payment taken twice",
    cancellation_fee: "Cancellation fee",
    awarded: "Decided by arbitration",
    rest: "Rest of the prepayment",
  },
  factors: "{rate}/h × {span}",
  factorsHeads: "{rate}/h × {span} × {heads} people",
  hours: "{n} h",
  minutes: "{n} min",
  sum: "Sum",
  total: "Paid in the end",
  payment: "{at} · {provider}",
  paymentBack: "{at} · {provider}, {back} of it returned the same way",
  providers: { sandbox: "Test payment", alipay: "Alipay", wechat: "WeChat Pay" },
  zone: "Times are {city} time",
  footer: [
    "This receipt proves payments and refunds. It is not a tax invoice (fapiao, 发票) and cannot be used to deduct tax; ask support for an invoice.",
    "Funds are held and paid out by a licensed payment provider; the amounts equal the platform's ledger entry by entry.",
    "Issued {issued} · order {id}",
  ],
};

export const receiptWords: Readonly<Record<PrintedReceipt["language"], ReceiptWords>> = { "zh-CN": zh, en };

/** A sentence with its `{…}` filled in. */
export function filled(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
