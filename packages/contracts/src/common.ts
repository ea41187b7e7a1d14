import { z } from "zod";
import { limits } from "./limits.ts";

/** A record's id: a UUID, chosen by the client where the record is the client's own (wizard draft, photo, address), else by the server. */
export const id = z.uuid();

/** The id of a city, category, tag, checklist item or plan: a word of the catalogue. */
export const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]*$/)
  .max(limits.slug);

/** Chosen anew by the client for each tap, kept over retries: a repeat returns the first result. */
export const idempotencyKey = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .min(8)
  .max(64);

/** A point in time, ISO 8601 in UTC on the way out; any offset on the way in. */
export const instant = z.iso.datetime();
export const instantInput = z.iso.datetime({ offset: true });

/** A local calendar day, `2026-03-17`. */
export const localDay = z.iso.date();

/** Integer fen, at least zero. */
export const fen = z.int().min(0).max(limits.fen);
/** Integer fen on the way out; differences may be negative. */
export const fenOut = z.int();
export const basisPoints = z.int().min(0).max(10_000);

/** WGS-84 degrees; (0, 0) is a broken receiver, not a place. */
export const position = z
  .object({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) })
  .refine((point) => point.lat !== 0 || point.lng !== 0, { message: "no position" });
/** A receiver's reading as it comes: whether it is a place at all, the domain says, with a code of its own. */
export const positionReading = z.object({ lat: z.number(), lng: z.number() });
export const positionOut = z.object({ lat: z.number(), lng: z.number() });

export const bilingual = z.object({ zh: z.string(), en: z.string() });

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A page of a list: give back `nextCursor` to go on; null: the end. */
export const pageInput = z.object({
  cursor: z.string().max(limits.cursor).nullish(),
  limit: z.int().min(1).max(limits.page).optional(),
});

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

export const done = z.object({ done: z.literal(true) });

export const appName = z.enum(["customer", "worker", "admin"]);
export const locale = z.enum(["zh-CN", "en"]);

/** Details of an error or a notice: what its sentence needs. */
export const details = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

export type AppName = z.infer<typeof appName>;
export type Locale = z.infer<typeof locale>;
export type PositionInput = z.infer<typeof position>;
export type PageInput = z.infer<typeof pageInput>;
export type Page<Item> = { items: Item[]; nextCursor: string | null };
export type Details = z.infer<typeof details>;
