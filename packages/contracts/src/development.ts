import { z } from "zod";
import { appName, instant, instantInput, slug } from "./common.ts";
import { limits } from "./limits.ts";

/** Development only: moves the server's one clock forward. Timers that fall due in between fire in order. */
export const advanceClockInput = z.union([z.object({ byMs: z.int().min(1).max(limits.clockAdvance) }), z.object({ to: instantInput })]);
export const advanceClockOutput = z.object({ now: instant, fired: z.int() });

/** Development only: what the default SMS provider would have sent. */
export const inboxInput = z.object({ phone: z.string().max(limits.phone).optional() });
export const inboxMessage = z.object({ id: z.string(), phone: z.string(), text: z.string(), code: z.string().nullable(), at: instant });

/** Development only: the seeded people, with what signs them in. */
export const demoAccount = z.object({
  app: appName,
  name: z.string(),
  cityId: slug,
  phone: z.string(),
  code: z.string(),
  password: z.string().nullable(),
  about: z.array(z.string()),
  categoryIds: z.array(slug),
  provenIds: z.array(slug),
});

export type DemoAccountView = z.infer<typeof demoAccount>;
export type AdvanceClockInput = z.infer<typeof advanceClockInput>;
export type AdvanceClockOutput = z.infer<typeof advanceClockOutput>;
export type InboxInput = z.infer<typeof inboxInput>;
export type InboxMessage = z.infer<typeof inboxMessage>;
