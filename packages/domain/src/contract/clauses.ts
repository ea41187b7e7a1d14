import { timeAmount } from "../billing/time.ts";
import { feeFor, type LadderRow } from "../cancellation/fee.ts";
import type { Bilingual, Category } from "../catalog/category.ts";
import { scopeLines } from "../catalog/scope-text.ts";
import { type CommissionFacts, commissionOf, highestCommission } from "../fees/commission.ts";
import { HOUR, type Instant, MINUTE } from "../kernel/instant.ts";
import type { Fen } from "../kernel/money.ts";
import type { Terms } from "../order/terms.ts";
import type { Policy } from "../policy/policy.ts";
import { duration, localTime, percent, sentences, yuan } from "./wording.ts";

/** What the clauses are written from: the signed terms, the price in force, and (from accept on) the pinned facts. */
export interface ContractMatter {
  readonly terms: Terms;
  readonly category: Category;
  readonly zone: string;
  readonly rateFenPerHour: Fen;
  readonly startsAt: Instant | null;
  /** Null until a worker has accepted: the plan's highest commission is stated instead. */
  readonly facts: CommissionFacts | null;
}

export interface Clause {
  readonly key: "scope" | "time_and_place" | "price" | "plan" | "cancellation" | "liability" | "breach" | "insurance";
  readonly title: Bilingual;
  readonly text: Bilingual;
}

type Writer = (matter: ContractMatter, policy: Policy) => Bilingual;

function baseOf({ terms, rateFenPerHour }: ContractMatter): Fen {
  return timeAmount(rateFenPerHour, terms.bookedMinutes, terms.headcount);
}

const scope: Writer = ({ terms, category }) => {
  const lines = scopeLines(category, terms.scope);
  const parts: Bilingual[] = [
    {
      zh: `服务类别：${category.name.zh}。${lines.map((line) => `${line.label.zh}：${line.text.zh}；`).join("")}`,
      en: `Kind of work: ${category.name.en}. ${lines.map((line) => `${line.label.en}: ${line.text.en};`).join(" ")}`,
    },
  ];
  if (terms.note.trim() !== "") parts.push({ zh: `补充说明：${terms.note.trim()}。`, en: `Note: ${terms.note.trim()}.` });
  if (terms.photoIds.length > 0) parts.push({ zh: `附照片 ${terms.photoIds.length} 张。`, en: `${terms.photoIds.length} photos are attached.` });
  parts.push({
    zh: "以上未写明的内容不在本次服务范围内，须以补充项目另行约定并付款后再做。",
    en: "What is not named here is not part of this work; it is agreed and paid as an add-on before it is done.",
  });
  return sentences(parts);
};

const timeAndPlace: Writer = ({ terms, zone, startsAt }) => {
  const length = duration(terms.bookedMinutes);
  const start =
    startsAt === null
      ? { zh: "尽快开始，以接单时确定的时间为准。", en: "As soon as possible; the start is set when a worker accepts." }
      : { zh: `${localTime(startsAt, zone)}（${zone}）开始。`, en: `Starts ${localTime(startsAt, zone)} (${zone}).` };
  const place =
    terms.place === null
      ? { zh: "远程完成，不上门。", en: "Done remotely." }
      : {
          zh: `地点：${terms.place.district}，详细地址以指纹 ${terms.place.addressCommitment} 留存，接单后向服务者展示。`,
          en: `Place: ${terms.place.district}; the exact address is kept as fingerprint ${terms.place.addressCommitment} and shown to the worker after accept.`,
        };
  const people = {
    zh: `预订 ${length.zh}，${terms.headcount} 人。`,
    en: `Booked: ${length.en}, ${terms.headcount} ${terms.headcount === 1 ? "person" : "people"}.`,
  };
  return sentences([start, people, place]);
};

const price: Writer = (matter, policy) => {
  const { terms, rateFenPerHour } = matter;
  const { blockMinutes, graceMinutes } = policy.billing;
  const minimum = duration(terms.minimumMinutes);
  const travel: Bilingual =
    terms.travelFen === 0
      ? { zh: "", en: "" }
      : {
          zh: `另付路费补贴 ${yuan(terms.travelFen)}，到达后归服务者。`,
          en: `Travel compensation of ${yuan(terms.travelFen)} is earned on arrival.`,
        };
  return sentences([
    {
      zh: `每人每小时 ${yuan(rateFenPerHour)}，时间费用 ${yuan(baseOf(matter))}，由客户预付，在验收前作为担保金保管。`,
      en: `${yuan(rateFenPerHour)} an hour and person; ${yuan(baseOf(matter))} for the time, prepaid by the customer and held in escrow until the work is confirmed.`,
    },
    travel,
    {
      zh: `按实际服务时间结算：每 ${blockMinutes} 分钟一档，超出 ${graceMinutes} 分钟以内不计；最少 ${minimum.zh}，不超过已授权时间；多付部分原路退回。`,
      en: `Time is billed by blocks of ${blockMinutes} minutes, the first ${graceMinutes} minutes of a block are free; at least ${minimum.en}, never more than authorised. What was prepaid and not billed is refunded.`,
    },
  ]);
};

const plan: Writer = (matter, policy) => {
  const { terms, facts } = matter;
  const baseFen = baseOf(matter);
  const tail: Bilingual = {
    zh: "小费和路费补贴不收服务费。显示的数额即实收数额。",
    en: "Tips and travel compensation carry no commission. What is shown is what is charged.",
  };
  if (facts === null) {
    const most = highestCommission(terms.plan, baseFen, policy);
    return sentences([
      {
        zh: `平台服务费从服务者所得中收取，按“${terms.plan}”方案，最高 ${yuan(most)}（按预订时间计），接单时确定。`,
        en: `The platform's commission is taken from the worker's side by the plan "${terms.plan}": at most ${yuan(most)} on the booked time, fixed at accept.`,
      },
      tail,
    ]);
  }
  const { commissionFen, workerNetFen, rows } = commissionOf({ ...facts, baseFen }, policy);
  const rates = rows.map((row) => percent(row.rate)).join(" / ");
  return sentences([
    {
      zh: `平台服务费按“${terms.plan}”方案 ${rates}，按预订时间计 ${yuan(commissionFen)}，服务者到手 ${yuan(workerNetFen)}；政策版本 ${policy.version}。`,
      en: `Commission by the plan "${terms.plan}": ${rates}; on the booked time ${yuan(commissionFen)}, the worker nets ${yuan(workerNetFen)}. Policy ${policy.version}.`,
    },
    tail,
  ]);
};

const cancellation: Writer = (matter, policy) => {
  const { terms, rateFenPerHour } = matter;
  const base = { rateFenPerHour, authorisedMinutes: terms.bookedMinutes, headcount: terms.headcount };
  const fee = (row: LadderRow): string => yuan(feeFor(row, base, policy));
  const { freeFrom, lateUnder, graceAfterAccept, waivedWhenLateBy } = policy.cancellation;
  const [free, late, grace, lateness] = [freeFrom / HOUR, lateUnder / HOUR, graceAfterAccept / MINUTE, waivedWhenLateBy / MINUTE];
  return {
    zh: `客户取消：无人接单、接单后 ${grace} 分钟内（距开始超过 ${late} 小时）或开始前满 ${free} 小时免费；开始前 ${free} 至 ${late} 小时 ${fee("middle")}；不足 ${late} 小时或服务者已出发 ${fee("late")}；服务者已到达或客户不在 ${fee("arrived")}；其余退回。服务者迟到满 ${lateness} 分钟、由服务者提出或不可抗力时免费。双方同意可改期，最多 ${policy.lifecycle.reschedulesAtMost} 次。`,
    en: `The customer cancels free while nobody has accepted, within ${grace} minutes of accept (start more than ${late} h away) or ${free} h and more before the start; ${fee("middle")} from ${free} h to ${late} h before; ${fee("late")} under ${late} h before or once the worker is on the way; ${fee("arrived")} once the worker has arrived or when the customer is not there; the rest is refunded. Free when the worker is ${lateness} minutes late, asked for it, or by force majeure. Both may agree on a new time, at most ${policy.lifecycle.reschedulesAtMost} times.`,
  };
};

const liability: Writer = () => ({
  zh: "服务者对自己的工作质量和因过失造成的人身、财产损害负责；客户应如实说明现场情况，提供安全的作业条件，妥善保管贵重物品。双方到场时共同拍照确认现状，作为责任认定的依据。",
  en: "The worker answers for the quality of the work and for harm to persons or things caused by negligence; the customer describes the place truthfully, provides safe conditions and keeps valuables safe. Both photograph the place on arrival; the pictures are evidence.",
});

const breach: Writer = ({ terms }, policy) => {
  const { evidence, decidingWorkingDays } = policy.disputes;
  const afterFault: Bilingual = terms.rematchAfterFault
    ? {
        zh: "服务者退单或未到，订单保留时间与价格重新派单",
        en: "If the worker withdraws or does not come, the order is matched again at the same time and price",
      }
    : { zh: "服务者退单或未到，订单取消并全额退款", en: "If the worker withdraws or does not come, the order is cancelled with full refund" };
  return {
    zh: `${afterFault.zh}，客户不受损失；平台不收罚金，只记录履约情况。任何一方可对账单提出争议：争议部分冻结，举证 ${evidence / HOUR} 小时，${decidingWorkingDays} 个工作日内由未参与过的仲裁员裁决，可申诉一次；裁决前双方可自行协商。`,
    en: `${afterFault.en}; the customer loses nothing, and nobody is fined: reliability is recorded. Either side may dispute the bill: the disputed part is held, evidence is taken for ${evidence / HOUR} h, an arbitrator who was not involved decides within ${decidingWorkingDays} working days, with one appeal; until then both may agree on any split.`,
  };
};

const insurance: Writer = ({ terms }, policy) => {
  const { coverFen, premiumFen, tiers } = policy.insurance;
  const tier = tiers[terms.plan];
  const names: Readonly<Record<string, string>> = { basic: "基础", medium: "标准", full: "全面" };
  return {
    zh: `本单为双方投保${names[tier] ?? tier}档意外与责任险，保额 ${yuan(coverFen)}，保费 ${yuan(premiumFen)} 由平台承担，自服务者接单起至服务结束。`,
    en: `Both sides are insured against accident and liability (${tier}) for ${yuan(coverFen)}; the premium of ${yuan(premiumFen)} is paid by the platform; cover runs from accept to the end of the work.`,
  };
};

const clauses: readonly { readonly key: Clause["key"]; readonly title: Bilingual; readonly write: Writer }[] = [
  { key: "scope", title: { zh: "服务内容与范围", en: "Scope of the work" }, write: scope },
  { key: "time_and_place", title: { zh: "时间与地点", en: "Time and place" }, write: timeAndPlace },
  { key: "price", title: { zh: "价格与担保金", en: "Price and escrow" }, write: price },
  { key: "plan", title: { zh: "平台服务费", en: "Commission" }, write: plan },
  { key: "cancellation", title: { zh: "取消与改期", en: "Cancellation and new times" }, write: cancellation },
  { key: "liability", title: { zh: "双方责任", en: "Liability" }, write: liability },
  { key: "breach", title: { zh: "违约与争议", en: "Breach and disputes" }, write: breach },
  { key: "insurance", title: { zh: "保险", en: "Insurance" }, write: insurance },
];

/** The eight clauses of an order's contract in both languages, with its own amounts and times (§10). */
export function contractClauses(matter: ContractMatter, policy: Policy): readonly Clause[] {
  return clauses.map(({ key, title, write }) => ({ key, title, text: write(matter, policy) }));
}
