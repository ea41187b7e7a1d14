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
};

export function labelOf(labels: Labels, word: unknown, language: keyof Bilingual): string {
  const name = String(word ?? "");
  return Object.hasOwn(labels, name) ? (labels[name]?.[language] ?? name) : name;
}
