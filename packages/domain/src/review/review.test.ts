import { describe, expect, test } from "vitest";
import { DAY } from "../kernel/instant.ts";
import { defaultPolicy } from "../policy/policy.ts";
import { type ReviewCommand, type ReviewRole, reviewLife, reviewState, reviewTransition } from "./life.ts";
import { checkGive, isVisible, type Review, reviewWindow, sentimentOf, visibleFrom } from "./review.ts";

const window = reviewWindow({ customerId: "c", workerId: "w" }, 0, defaultPolicy);
const hidden: Review = {
  id: "r",
  by: "customer",
  stars: 3,
  text: "",
  tags: [],
  givenAt: DAY,
  publishedAt: null,
  amendedAt: null,
  reply: null,
  excludedAt: null,
};
const published: Review = { ...hidden, publishedAt: 2 * DAY };
const context = { other: null, window, now: 3 * DAY, policy: defaultPolicy };
const amend = (stars: number): ReviewCommand => ({ type: "amend", stars, text: "corrected", tags: [] });

describe("reviews (§8)", () => {
  test("4–5 good, 3 middle, 1–2 bad", () => {
    expect([1, 2, 3, 4, 5].map(sentimentOf)).toEqual(["bad", "bad", "middle", "good", "good"]);
  });

  test.each([
    ["c", 4, 0, false, "customer"],
    ["w", 4, 14 * DAY - 1, false, "worker"],
    ["x", 4, DAY, false, "review_not_party"],
    ["c", 4, -1, false, "too_early"],
    ["c", 4, 14 * DAY, false, "review_window_closed"],
    ["c", 4, DAY, true, "review_already_given"],
    ["c", 0, DAY, false, "invalid_input"],
    ["c", 4.5, DAY, false, "invalid_input"],
    ["c", 6, DAY, false, "invalid_input"],
  ])("%s gives %d stars at %i (given before: %s): %s", (personId, stars, now, alreadyGiven, answer) => {
    const result = checkGive(window, { personId, stars, alreadyGiven }, now);
    expect(result.ok ? result.value : result.error.code).toBe(answer);
  });

  test("one review alone is visible when the window is over, two as soon as both are in (I9)", () => {
    expect(isVisible(hidden, null, window, 14 * DAY - 1)).toBe(false);
    expect(isVisible(hidden, null, window, 14 * DAY)).toBe(true);
    expect(visibleFrom(hidden, { givenAt: 5 * DAY }, window)).toBe(5 * DAY);
    expect(visibleFrom({ givenAt: 6 * DAY }, { givenAt: 5 * DAY }, window)).toBe(6 * DAY);
  });

  test("the timer publishes only what is due", () => {
    expect(reviewTransition(hidden, "timer", { type: "publish" }, context)).toMatchObject({ ok: false, error: { code: "too_early" } });
    const result = reviewTransition(hidden, "timer", { type: "publish" }, { ...context, other: { givenAt: 2 * DAY } });
    expect(result).toMatchObject({ ok: true, value: { publishedAt: 2 * DAY } });
  });

  test.each([
    [amend(4), 32 * DAY - 1, true],
    [amend(3), 3 * DAY, true],
    [amend(2), 3 * DAY, "review_stars_lowered"],
    [amend(5), 32 * DAY, "review_window_closed"],
  ] as const)("amending %o at %i: %s", (command, now, answer) => {
    const result = reviewTransition(published, "author", command, { ...context, now });
    expect(result.ok ? true : result.error.code).toBe(answer);
  });

  test("an amendment is marked and cannot be repeated", () => {
    const amended = reviewTransition(published, "author", amend(5), context);
    expect(amended).toMatchObject({ ok: true, value: { stars: 5, text: "corrected", amendedAt: 3 * DAY } });
    if (amended.ok) expect(reviewTransition(amended.value, "author", amend(5), context)).toMatchObject({ error: { code: "review_amendment_used" } });
  });

  test("one reply, within 30 days, by the reviewed side", () => {
    const reply: ReviewCommand = { type: "reply", text: "thank you" };
    expect(reviewTransition(published, "author", reply, context)).toMatchObject({ error: { code: "not_allowed_to_actor" } });
    expect(reviewTransition(published, "reviewed", reply, { ...context, now: 32 * DAY })).toMatchObject({ error: { code: "review_window_closed" } });
    const replied = reviewTransition(published, "reviewed", reply, context);
    expect(replied).toMatchObject({ ok: true, value: { reply: { text: "thank you", at: 3 * DAY } } });
    if (replied.ok) expect(reviewTransition(replied.value, "reviewed", reply, context)).toMatchObject({ error: { code: "reply_already_given" } });
  });

  test("an upheld appeal excludes, with a reason, and ends the review's life", () => {
    expect(reviewTransition(published, "reviewer", { type: "exclude", reason: " " }, context)).toMatchObject({ error: { code: "reason_missing" } });
    const excluded = reviewTransition(published, "reviewer", { type: "exclude", reason: "photos show otherwise" }, context);
    expect(excluded.ok && reviewState(excluded.value)).toBe("excluded");
    if (excluded.ok) expect(reviewTransition(excluded.value, "author", amend(5), context)).toMatchObject({ error: { code: "wrong_state" } });
  });

  test("every command from every state by everyone is a row of the table or a refusal", () => {
    const reviews: readonly Review[] = [hidden, published, { ...published, excludedAt: DAY }];
    const commands: readonly ReviewCommand[] = [{ type: "publish" }, amend(5), { type: "reply", text: "x" }, { type: "exclude", reason: "x" }];
    const roles: readonly ReviewRole[] = ["author", "reviewed", "reviewer", "timer"];
    for (const review of reviews) {
      for (const command of commands) {
        for (const role of roles) {
          const row = reviewLife[command.type];
          const allowed = (row.from as readonly string[]).includes(reviewState(review)) && (row.by as readonly string[]).includes(role);
          const result = reviewTransition(review, role, command, { ...context, now: 20 * DAY });
          expect(result.ok).toBe(allowed);
        }
      }
    }
  });
});
