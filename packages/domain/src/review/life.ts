import type { Instant } from "../kernel/instant.ts";
import { ok, type Result } from "../kernel/result.ts";
import { type Answer, type Machine, no, rowFor, targetOf } from "../machines/machine.ts";
import type { Policy } from "../policy/policy.ts";
import { checkAmend, checkReply, isVisible, type Review, type ReviewWindow } from "./review.ts";

export type ReviewState = "hidden" | "published" | "excluded";
export type ReviewCommand =
  | { readonly type: "publish" }
  | { readonly type: "amend"; readonly stars: number; readonly text: string; readonly tags: readonly string[] }
  | { readonly type: "reply"; readonly text: string }
  | { readonly type: "exclude"; readonly reason: string };
export type ReviewRole = "author" | "reviewed" | "reviewer" | "timer";

interface Step {
  readonly review: Review;
  readonly other: Pick<Review, "givenAt"> | null;
  readonly window: ReviewWindow;
  readonly command: ReviewCommand;
  readonly now: Instant;
  readonly policy: Policy;
}
type Change = Partial<Review>;

/** The state a review is in; it is derived, never stored beside its facts. */
export function reviewState(review: Review): ReviewState {
  if (review.excludedAt !== null) return "excluded";
  return review.publishedAt === null ? "hidden" : "published";
}

const answerOf = (result: Result<null>): Answer => (result.ok ? true : result.error);
const isDue = ({ review, other, window, now }: Step): Answer => (isVisible(review, other, window, now) ? true : no("too_early"));
const mayAmend = ({ review, command, now, policy }: Step): Answer =>
  command.type === "amend" ? answerOf(checkAmend(review, command.stars, now, policy)) : no("invalid_input");
const mayReply = ({ review, now, policy }: Step): Answer => answerOf(checkReply(review, now, policy));
const hasReason = ({ command }: Step): Answer => (command.type === "exclude" && command.reason.trim().length > 0 ? true : no("reason_missing"));

const publish = ({ review, other, window }: Step): Change => ({
  publishedAt: other === null ? window.closesAt : Math.min(window.closesAt, Math.max(review.givenAt, other.givenAt)),
});
const amend = ({ command, now }: Step): Change =>
  command.type === "amend" ? { stars: command.stars, text: command.text, tags: command.tags, amendedAt: now } : {};
const reply = ({ command, now }: Step): Change => (command.type === "reply" ? { reply: { text: command.text, at: now } } : {});
const exclude = ({ now }: Step): Change => ({ excludedAt: now });

/** A review's whole life after it was given (§8). */
export const reviewLife = {
  publish: {
    on: "publish",
    by: ["timer"],
    from: ["hidden"],
    to: "published",
    if: [isDue],
    then: [publish],
    about: "Both reviews are in, or the window is over: it is shown.",
  },
  amend: {
    on: "amend",
    by: ["author"],
    from: ["published"],
    to: "stay",
    if: [mayAmend],
    then: [amend],
    about: "The author corrects the text or raises the stars, once, marked as amended.",
  },
  reply: {
    on: "reply",
    by: ["reviewed"],
    from: ["published"],
    to: "stay",
    if: [mayReply],
    then: [reply],
    about: "The reviewed side answers in public, once.",
  },
  exclude: {
    on: "exclude",
    by: ["reviewer"],
    from: ["hidden", "published"],
    to: "excluded",
    if: [hasReason],
    then: [exclude],
    about: "An appeal was upheld: it no longer counts, and says so.",
  },
} as const satisfies Machine<ReviewState, ReviewCommand["type"], ReviewRole, Step, Change>;

/** Applies one command to a review. Errors: those of the row's guards, `wrong_state`, `not_allowed_to_actor`. */
export function reviewTransition(
  review: Review,
  role: ReviewRole,
  command: ReviewCommand,
  context: { readonly other: Pick<Review, "givenAt"> | null; readonly window: ReviewWindow; readonly now: Instant; readonly policy: Policy },
): Result<Review> {
  const step: Step = { ...context, review, command };
  const life: Machine<ReviewState, ReviewCommand["type"], ReviewRole, Step, Change> = reviewLife;
  const found = rowFor(life, { state: reviewState(review), command: command.type, role, step });
  if (!found.ok) return found;
  const changed: Review = Object.assign({}, review, ...(found.value.row.then ?? []).map((effect) => effect(step)));
  const target = targetOf(found.value.row, reviewState(review), step);
  if (reviewState(changed) !== target) throw new RangeError(`review: ${command.type} led to ${reviewState(changed)}, its row says ${target}`);
  return ok(changed);
}
