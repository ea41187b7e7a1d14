import { z } from "zod";
import { limits } from "./limits.ts";

/** What the record of that kind is now at: the client refetches, nothing of it crosses the socket. */
export const hintKind = z.string().max(limits.slug);

/** `room`: `user:<id>`, `order:<id>`, `city:<id>` or `admins`; `position` is gapless over the whole feed. */
export const hint = z.object({
  position: z.int(),
  room: z.string(),
  kind: hintKind,
  id: z.string(),
  version: z.int().nullable(),
});

export const sinceInput = z.object({
  position: z.int().min(0),
  /** Orders this client watches beside its own rooms. */
  orderIds: z.array(z.uuid()).max(limits.choices).optional(),
  limit: z.int().min(1).max(limits.hints).optional(),
});
export const sinceOutput = z.object({
  hints: z.array(hint),
  /** Ask again from here. */
  position: z.int(),
  /** There may be more: ask again at once. */
  more: z.boolean(),
  /** The asked position is older than what is kept: refetch everything. */
  tooOld: z.boolean(),
});

export type Hint = z.infer<typeof hint>;
export type SinceInput = z.infer<typeof sinceInput>;
export type SinceOutput = z.infer<typeof sinceOutput>;
