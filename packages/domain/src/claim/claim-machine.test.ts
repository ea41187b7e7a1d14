import { describe, expect, test } from "vitest";
import { DAY } from "../kernel/instant.ts";
import type { InsurancePolicy } from "../order/order.ts";
import { defaultPolicy } from "../policy/policy.ts";
import { type Claim, type ClaimContents, type ClaimRole, type ClaimState, claimStates, coverLeft } from "./claim.ts";
import { availableClaimCommands, type ClaimCommand, claimAnswerDue, claimLife, claimTransition, isClaimUnderWay, newClaim } from "./claim-machine.ts";

const end = Date.UTC(2026, 10, 3);
const insurance: InsurancePolicy = { assignmentId: "a", tier: "basic", coverFen: 10_000_000, from: end - DAY, to: end, premiumPosted: true };
const context = { facts: { insurance, others: [], parties: ["customer", "worker"] }, policy: defaultPolicy, now: end + DAY };
const contents: ClaimContents = { kind: "damage", askedFen: 50_000, files: [{ photoId: "p", sha256: "00" }], described: true, payeeGiven: true };
const mine = { role: "claimant", id: "customer" } as const;
const handler = { role: "handler", id: "support" } as const;
const cashier = { role: "cashier", id: "finance" } as const;

function take(claim: Claim, actor: { role: ClaimRole; id: string }, command: ClaimCommand, change: Partial<typeof context> = {}) {
  return claimTransition(claim, actor, command, { ...context, ...change });
}

function must(claim: Claim, actor: { role: ClaimRole; id: string }, command: ClaimCommand): Claim {
  const taken = take(claim, actor, command);
  if (!taken.ok) throw new Error(taken.error.code);
  return taken.value.claim;
}

const fresh = (side: "customer" | "worker" = "customer") =>
  newClaim({ id: "c", orderId: "o", assignmentId: "a", claimantId: side, side }, context.now);
const drafted = (change: Partial<ClaimContents> = {}, side: "customer" | "worker" = "customer") =>
  must(fresh(side), { role: "claimant", id: side }, { type: "save", contents: { ...contents, ...change } });
const reviewing = (side: "customer" | "worker" = "customer") =>
  must(must(drafted({}, side), { role: "claimant", id: side }, { type: "submit" }), handler, { type: "take" });
const approve = (amountFen: number, reason = "发票属实"): ClaimCommand => ({ type: "approve", amountFen, reason });
const codeOf = (taken: ReturnType<typeof take>) => (taken.ok ? "accepted" : taken.error.code);

describe("a claim", () => {
  test("is paid into the worker's wallet through compensation, and the entry adds up", () => {
    const approved = must(reviewing("worker"), handler, approve(30_000));
    const paid = take(approved, cashier, { type: "pay", transferReference: null });
    expect(paid).toMatchObject({ ok: true, value: { claim: { state: "paid", approvedFen: 30_000, paidAt: context.now, transferReference: null } } });
    expect(paid.ok && paid.value.entry).toEqual({
      key: "claim:c:paid",
      reason: "claim",
      transfers: [
        { from: "insurer", to: "compensation", fen: 30_000 },
        { from: "compensation", to: "worker:worker", fen: 30_000 },
      ],
    });
  });

  test("of a customer leaves by the insurer's transfer, which must be named", () => {
    const approved = must(reviewing(), handler, approve(50_000));
    expect(codeOf(take(approved, cashier, { type: "pay", transferReference: " " }))).toBe("claim_reference_missing");
    const paid = take(approved, cashier, { type: "pay", transferReference: "PICC-1" });
    expect(paid.ok && paid.value.entry?.transfers[1]).toEqual({ from: "compensation", to: "gateway:insurer", fen: 50_000 });
  });

  test.each([0, -1, 0.5, Number.NaN, 2 ** 53])("of %s fen is refused", (askedFen) => {
    expect(codeOf(take(fresh(), mine, { type: "save", contents: { ...contents, askedFen } }))).toBe("amount_invalid");
  });

  test("never asks for more than the cover, nor is it approved beyond what was asked", () => {
    expect(codeOf(take(fresh(), mine, { type: "save", contents: { ...contents, askedFen: 10_000_001 } }))).toBe("claim_above_cover");
    for (const fen of [0, -1, 1.5, 50_001]) expect(codeOf(take(reviewing(), handler, approve(fen)))).toBe("claim_amount_invalid");
    expect(codeOf(take(reviewing(), handler, approve(50_000)))).toBe("accepted");
  });

  test("shares the cover with the claims of the other side", () => {
    const others = [
      { state: "paid", approvedFen: 9_000_000 },
      { state: "approved", approvedFen: 960_000 },
      { state: "refused", approvedFen: null },
    ] as const;
    expect(coverLeft(insurance, others)).toBe(40_000);
    const facts = { ...context.facts, others: [...others] };
    const change = { facts } as unknown as Partial<typeof context>;
    expect(codeOf(take(reviewing(), handler, approve(40_001), change))).toBe("claim_above_cover");
    expect(codeOf(take(reviewing(), handler, approve(40_000), change))).toBe("accepted");
  });

  test("is in time before the thirtieth day after the end is over, and any time while the cover runs", () => {
    const limit = end + defaultPolicy.insurance.claimWithin;
    expect(codeOf(take(drafted(), mine, { type: "submit" }, { now: limit - 1 }))).toBe("accepted");
    expect(codeOf(take(drafted(), mine, { type: "submit" }, { now: limit }))).toBe("claim_too_late");
    const running = { ...context.facts, insurance: { ...insurance, to: null } } as unknown as (typeof context)["facts"];
    expect(codeOf(take(drafted(), mine, { type: "submit" }, { now: limit + DAY, facts: running }))).toBe("accepted");
  });

  test("needs words and a document; a customer's also where to pay", () => {
    expect(codeOf(take(drafted({ described: false }), mine, { type: "submit" }))).toBe("claim_incomplete");
    expect(codeOf(take(drafted({ files: [] }), mine, { type: "submit" }))).toBe("claim_incomplete");
    expect(codeOf(take(drafted({ payeeGiven: false }), mine, { type: "submit" }))).toBe("claim_incomplete");
    expect(codeOf(take(drafted({ payeeGiven: false }, "worker"), { role: "claimant", id: "worker" }, { type: "submit" }))).toBe("accepted");
  });

  test("is nobody else's, and in no party's hands", () => {
    expect(codeOf(take(drafted(), { role: "claimant", id: "worker" }, { type: "submit" }))).toBe("not_yours");
    const submitted = must(drafted(), mine, { type: "submit" });
    expect(codeOf(take(submitted, { role: "handler", id: "worker" }, { type: "take" }))).toBe("claim_involved");
    expect(codeOf(take(reviewing(), { role: "handler", id: "other" }, approve(1)))).toBe("claim_taken");
    const approved = must(reviewing(), handler, approve(1));
    expect(codeOf(take(approved, { role: "cashier", id: "support" }, { type: "pay", transferReference: "x" }))).toBe("claim_involved");
  });

  test("is decided once, with a reason", () => {
    expect(codeOf(take(reviewing(), handler, { type: "refuse", reason: " " }))).toBe("reason_missing");
    const refused = must(reviewing(), handler, { type: "refuse", reason: "不在保障范围" });
    expect(codeOf(take(refused, handler, approve(1)))).toBe("wrong_state");
    const approved = must(reviewing(), handler, approve(1));
    expect(codeOf(take(approved, handler, { type: "refuse", reason: "x" }))).toBe("wrong_state");
    expect(codeOf(take(approved, mine, { type: "withdraw" }))).toBe("wrong_state");
  });

  test("offers exactly what its table allows, in every state", () => {
    for (const state of claimStates) {
      const claim: Claim = { ...reviewing(), state, approvedFen: 1 };
      const listed = (role: ClaimRole) =>
        Object.values(claimLife).flatMap(({ on, by, from }) =>
          (from as readonly string[]).includes(state) && (by as readonly string[]).includes(role) ? [on] : [],
        );
      for (const actor of [mine, handler, cashier]) expect(availableClaimCommands(claim, actor, context)).toEqual(listed(actor.role));
    }
  });

  test("counts down its answer from submission to decision, and is under way until nobody can do anything with it", () => {
    const claimed = (state: ClaimState): Claim => ({ ...reviewing(), state });
    const waiting = claimStates.filter((state) => claimAnswerDue(claimed(state), defaultPolicy) !== null);
    expect(waiting).toEqual(["submitted", "reviewing"]);
    expect(claimAnswerDue(claimed("reviewing"), defaultPolicy)).toBe(context.now + defaultPolicy.insurance.claimAnswerWithin);
    expect(claimAnswerDue(drafted(), defaultPolicy)).toBeNull();
    expect(claimStates.filter((state) => isClaimUnderWay(claimed(state)))).toEqual(["draft", "submitted", "reviewing", "approved"]);
  });

  test("reaches every state, and leaves none that waits without a way on", () => {
    const ends: readonly ClaimState[] = ["paid", "refused", "withdrawn"];
    const rows = Object.values(claimLife);
    for (const state of claimStates) {
      expect(rows.some(({ to }) => to === state)).toBe(true);
      expect(rows.some(({ from }) => (from as readonly string[]).includes(state))).toBe(!ends.includes(state));
    }
  });
});
