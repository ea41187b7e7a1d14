import { describe, expect, it } from "vitest";
import { HOUR, MINUTE, SECOND } from "../kernel/instant.ts";
import { defaultPolicy as policy } from "../policy/policy.ts";
import { missedAfter, type Offer, type OfferCommand, type OfferRole, type OfferState, offerLife, offerTransition } from "./offer.ts";
import { offerWindow } from "./window.ts";

const now = 1_000_000;
const open: Offer = {
  id: "offer-1",
  orderId: "order-1",
  workerId: "worker-1",
  round: 0,
  exclusive: false,
  state: "open",
  sentAt: now,
  expiresAt: now + 60 * SECOND,
  closedAt: null,
};
const states: readonly OfferState[] = ["open", "accepted", "declined", "timed_out", "void"];
const roles: readonly OfferRole[] = ["worker", "timer", "order"];
const commands: readonly OfferCommand[] = ["accept", "decline", "timeOut", "void"];

describe("the life of an offer (§6)", () => {
  it("answers the whole matrix of state, actor and command", () => {
    for (const state of states) {
      for (const role of roles) {
        for (const command of commands) {
          const row = offerLife[command];
          const at = command === "timeOut" ? open.expiresAt : now;
          const result = offerTransition({ ...open, state }, role, command, at);
          const expected = state !== "open" ? "wrong_state" : row.by.some((by) => by === role) ? row.to : "not_allowed_to_actor";
          expect([state, role, command, result.ok ? result.value.state : result.error.code]).toEqual([state, role, command, expected]);
          if (result.ok) expect(result.value.closedAt).toBe(at);
        }
      }
    }
  });

  it("takes answers before the deadline only, and runs out from it on", () => {
    const code = (command: OfferCommand, role: OfferRole, at: number) => {
      const result = offerTransition(open, role, command, at);
      return result.ok ? result.value.state : result.error.code;
    };
    expect(code("accept", "worker", open.expiresAt - 1)).toBe("accepted");
    expect(code("accept", "worker", open.expiresAt)).toBe("deadline_passed");
    expect(code("decline", "worker", open.expiresAt)).toBe("deadline_passed");
    expect(code("timeOut", "timer", open.expiresAt - 1)).toBe("too_early");
    expect(code("timeOut", "timer", open.expiresAt)).toBe("timed_out");
  });

  it("lives as long as its kind", () => {
    expect(offerWindow({ live: true, exclusive: false }, policy)).toBe(60 * SECOND);
    expect(offerWindow({ live: false, exclusive: false }, policy)).toBe(15 * MINUTE);
    expect(offerWindow({ live: true, exclusive: true }, policy)).toBe(10 * MINUTE);
    expect(offerWindow({ live: false, exclusive: true }, policy)).toBe(2 * HOUR);
  });

  it("takes a worker offline at the third miss in a row, and starts anew", () => {
    const missed = { state: "timed_out", exclusive: false } as const;
    expect(missedAfter(0, missed, policy)).toEqual({ missed: 1, goOffline: false });
    expect(missedAfter(1, missed, policy)).toEqual({ missed: 2, goOffline: false });
    expect(missedAfter(2, missed, policy)).toEqual({ missed: 0, goOffline: true });
  });

  it("ends the run with any answer, and does not count exclusive or void offers", () => {
    expect(missedAfter(2, { state: "declined", exclusive: false }, policy)).toEqual({ missed: 0, goOffline: false });
    expect(missedAfter(2, { state: "accepted", exclusive: true }, policy)).toEqual({ missed: 0, goOffline: false });
    expect(missedAfter(2, { state: "timed_out", exclusive: true }, policy)).toEqual({ missed: 2, goOffline: false });
    expect(missedAfter(2, { state: "void", exclusive: false }, policy)).toEqual({ missed: 2, goOffline: false });
    expect(missedAfter(2, { state: "open", exclusive: false }, policy)).toEqual({ missed: 2, goOffline: false });
  });
});
