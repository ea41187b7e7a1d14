import type { Bilingual } from "../catalog/category.ts";
import type { CommandType } from "./command.ts";
import type { OrderState } from "./order.ts";
import type { JournalReason } from "./outcome.ts";

// What the table's own words mean to people, in one place: the apps' catalogue and the verifier of dossiers read them from here.

/** What happened, in the past tense. */
export const happenedWords = {
  draft: { zh: "建了草稿", en: "Draft made" },
  edit: { zh: "修改了内容", en: "Contents changed" },
  place: { zh: "下单，签署条款", en: "Ordered, terms signed" },
  acceptQuote: { zh: "选定了报价", en: "Quote chosen" },
  capturePayment: { zh: "付款到账", en: "Payment received" },
  accept: { zh: "服务者接单", en: "Worker accepted" },
  directRefused: { zh: "指定服务者没有接", en: "Chosen worker did not take it" },
  raisePrice: { zh: "客户加价", en: "Customer raised the price" },
  withdraw: { zh: "服务者退出", en: "Worker left" },
  proposeReschedule: { zh: "有人申请改期", en: "Another time proposed" },
  agreeReschedule: { zh: "改期已同意", en: "New time agreed" },
  declineReschedule: { zh: "改期未同意", en: "New time declined" },
  confirmTime: { zh: "确认了时间", en: "Time confirmed" },
  assignCrew: { zh: "班组定了人员", en: "Crew named" },
  depart: { zh: "服务者出发", en: "Worker departed" },
  arrive: { zh: "服务者到达", en: "Worker arrived" },
  allowEarlyStart: { zh: "客户同意提前开始", en: "Customer allowed an early start" },
  declareHere: { zh: "客户表示在现场", en: "Customer said they are here" },
  start: { zh: "开始计时", en: "Clock started" },
  pause: { zh: "暂停计时", en: "Clock paused" },
  resume: { zh: "继续计时", en: "Clock resumed" },
  proposeAddOn: { zh: "提出补充项目", en: "Add-on proposed" },
  approveAddOn: { zh: "同意补充项目", en: "Add-on approved" },
  declineAddOn: { zh: "谢绝补充项目", en: "Add-on declined" },
  withdrawAddOn: { zh: "撤回补充项目", en: "Add-on withdrawn" },
  signOfLife: { zh: "现场记录", en: "Record from the place" },
  finish: { zh: "结束计时", en: "Clock stopped" },
  confirm: { zh: "客户验收", en: "Customer confirmed" },
  tip: { zh: "客户给了小费", en: "Customer gave a tip" },
  cancel: { zh: "客户取消", en: "Customer cancelled" },
  askToCancel: { zh: "服务者请求取消", en: "Worker asked to cancel" },
  reportNoShow: { zh: "报告未到", en: "No-show reported" },
  openDispute: { zh: "发起争议", en: "Dispute opened" },
  addEvidence: { zh: "提交证据", en: "Evidence submitted" },
  askForEvidence: { zh: "仲裁员要求补证", en: "The arbitrator asked for more evidence" },
  closeEvidence: { zh: "举证结束", en: "Evidence closed" },
  assignArbitrator: { zh: "指派仲裁员", en: "Arbitrator assigned" },
  decideDispute: { zh: "仲裁员裁决", en: "Arbitrator decided" },
  acceptDecision: { zh: "接受裁决", en: "Decision accepted" },
  appealDispute: { zh: "提出申诉", en: "Appeal made" },
  proposeSplit: { zh: "提议和解", en: "Split proposed" },
  agreeSplit: { zh: "达成和解", en: "Split agreed" },
  forceCancel: { zh: "平台取消", en: "Cancelled by the platform" },
  serviceRestarted: { zh: "服务恢复，时限顺延", en: "Service restored, deadlines moved" },
  timeOut: { zh: "到时自动处理", en: "Time ran out" },
} as const satisfies Record<CommandType | "draft", Bilingual>;

/** Where an order stands. */
export const stateWords = {
  draft: { zh: "草稿", en: "Draft" },
  quoting: { zh: "报价中", en: "Taking quotes" },
  awaiting_payment: { zh: "待付款", en: "To be paid" },
  matching: { zh: "待接单", en: "Finding a worker" },
  accepted: { zh: "已接单", en: "Accepted" },
  en_route: { zh: "已出发", en: "On the way" },
  arrived: { zh: "已到达", en: "Arrived" },
  in_service: { zh: "服务中", en: "In service" },
  paused: { zh: "暂停", en: "Paused" },
  awaiting_confirmation: { zh: "待确认", en: "To be confirmed" },
  disputed: { zh: "仲裁中", en: "In arbitration" },
  completed: { zh: "已完成", en: "Completed" },
  resolved: { zh: "已裁决", en: "Resolved" },
  cancelled: { zh: "已取消", en: "Cancelled" },
  expired: { zh: "已过期", en: "Expired" },
} as const satisfies Record<OrderState, Bilingual>;

/** Why money moved. */
export const journalWords = {
  capture: { zh: "收款", en: "Payment received" },
  stray_capture: { zh: "多收，已退回", en: "Stray payment, returned" },
  settlement: { zh: "结算", en: "Settlement" },
  partial_settlement: { zh: "部分结算", en: "Settlement in part" },
  cancellation: { zh: "取消结算", en: "Cancellation" },
  full_refund: { zh: "全额退款", en: "Full refund" },
  decision: { zh: "按裁决结算", en: "Settled as decided" },
  tip: { zh: "小费", en: "Tip" },
  insurance_premium: { zh: "保险费", en: "Insurance premium" },
  claim: { zh: "保险理赔", en: "Insurance claim" },
  withdrawal: { zh: "提现", en: "Withdrawal" },
  withdrawal_paid: { zh: "提现到账", en: "Withdrawal paid out" },
  withdrawal_returned: { zh: "提现退回", en: "Withdrawal returned" },
} as const satisfies Record<JournalReason, Bilingual>;
