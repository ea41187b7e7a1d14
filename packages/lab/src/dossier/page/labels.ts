import type { Bilingual } from "@lingong/domain";

// What a dossier's words mean to people. A dossier may be younger than this page: an unknown word stands for itself.

type Labels = Readonly<Record<string, Bilingual>>;

export const roles: Labels = {
  customer: { zh: "客户", en: "customer" },
  worker: { zh: "服务者", en: "worker" },
  payment_provider: { zh: "支付机构", en: "payment provider" },
  timer: { zh: "系统时钟", en: "clock" },
  admin: { zh: "平台", en: "platform" },
  arbitrator: { zh: "仲裁员", en: "arbitrator" },
};

export const kinds: Labels = {
  event: { zh: "经过", en: "Event" },
  contract: { zh: "合同", en: "Contract" },
  journal: { zh: "账目", en: "Journal" },
  photo: { zh: "照片", en: "Photo" },
  message: { zh: "消息", en: "Message" },
  quote: { zh: "报价", en: "Quote" },
  claim: { zh: "理赔", en: "Claim" },
};

export const quoteStates: Labels = {
  open: { zh: "待选", en: "open" },
  countered: { zh: "已还价", en: "countered" },
  agreed: { zh: "已谈妥", en: "agreed" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
  void: { zh: "未选中", en: "not chosen" },
};

export const claimStates: Labels = {
  submitted: { zh: "待受理", en: "submitted" },
  reviewing: { zh: "审核中", en: "in review" },
  approved: { zh: "已同意", en: "approved" },
  paid: { zh: "已赔付", en: "paid" },
  refused: { zh: "未通过", en: "refused" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
};

export function labelOf(labels: Labels, word: unknown, language: keyof Bilingual): string {
  const name = String(word ?? "");
  return Object.hasOwn(labels, name) ? (labels[name]?.[language] ?? name) : name;
}
