import type { Bilingual, DossierFlaw } from "@lingong/domain";

/** Everything this page says beside the dossier's own words. `{n}` is a record's number. */
export const words = {
  title: { zh: "零工 · 证据档案核验", en: "Lingong · dossier verifier" },
  about: {
    zh: "在本机核验一份订单的证据档案：文件不会上传，断网也能用。",
    en: "Checks an order's dossier on this device: nothing is uploaded, and no network is needed.",
  },
  choose: { zh: "选择档案文件", en: "Choose a dossier file" },
  drop: { zh: "或把文件拖到这里", en: "or drop it here" },
  root: { zh: "已知的根哈希（可不填）", en: "Root known from elsewhere (optional)" },
  intact: { zh: "档案完整", en: "The dossier is intact" },
  intactNote: {
    zh: "{n} 条记录，逐条相扣，内容与指纹一致。",
    en: "{n} records, each linked to the one before, their contents true to their fingerprints.",
  },
  rootCompared: { zh: "与您给出的根哈希一致。", en: "It has the root you gave." },
  rootNotCompared: {
    zh: "整份重写的档案也会自洽：请把下面的根哈希与平台导出时给出的核对。",
    en: "A dossier rewritten as a whole agrees with itself too: compare the root below with the one the platform gave.",
  },
  broken: { zh: "档案不可信", en: "The dossier is not to be trusted" },
  order: { zh: "订单", en: "Order" },
  rootHash: { zh: "根哈希", en: "Root" },
  timeline: { zh: "时间线", en: "Time line" },
  here: { zh: "从这里起不可信", en: "not to be trusted from here on" },
  missing: { zh: "这里少了第 {n} 条", en: "Record {n} is missing here" },
  contents: { zh: "全部内容", en: "Whole content" },
  shown: { zh: "附带的个人信息，与链上承诺一致", en: "Personal value shown beside the chain, true to its commitment" },
  hidden: { zh: "内容未附带或已抹除", en: "Not shown, or erased" },
  hour: { zh: "每小时", en: "an hour" },
  asked: { zh: "申请", en: "asked" },
  approved: { zh: "同意", en: "approved" },
  withheld: { zh: "被聊天保护拦下", en: "Withheld by the chat guard" },
} as const satisfies Record<string, Bilingual>;

export const flaws: Readonly<Record<DossierFlaw, Bilingual>> = {
  unreadable: { zh: "这不是证据档案，或文件已损坏。", en: "This is no dossier, or the file is damaged." },
  header: { zh: "文件头被改动：记录数、末条或根哈希不符。", en: "The header was changed: count, head or root do not agree." },
  other_root: {
    zh: "档案自洽，但根哈希与您给出的不同：它不是那一份。",
    en: "Whole in itself, but its root is not the one you gave: this is another dossier.",
  },
  changed: { zh: "第 {n} 条记录被改动。", en: "Record {n} was changed." },
  dropped: { zh: "第 {n} 条记录被删去。", en: "Record {n} was dropped." },
  moved: { zh: "第 {n} 条记录被移动。", en: "Record {n} was moved." },
  added: { zh: "第 {n} 条记录是后加的。", en: "Record {n} was added." },
  opening: { zh: "第 {n} 条附带的个人信息与链上承诺不符。", en: "The personal value shown with record {n} does not fit its commitment." },
  false_content: {
    zh: "第 {n} 条与自身所述矛盾：事件链、合同指纹或账目对不上。",
    en: "Record {n} contradicts itself: event chain, contract fingerprint or journal do not add up.",
  },
  rewritten: { zh: "内容相同，但文件被重新排版或夹带了重复字段。", en: "The same content, but the file was rewritten or holds a key twice." },
};

export function say(text: Bilingual, language: keyof Bilingual, number?: number | null): string {
  return text[language].replace("{n}", String(number ?? "?"));
}
