import { z } from "zod";
import { appName, id, instant, locale, position, slug } from "./common.ts";
import { limits } from "./limits.ts";

export const workerKind = z.enum(["individual", "team"]);
export const travelMode = z.enum(["ebike", "car", "transit"]);
export const adminRole = z.enum(["operator", "reviewer", "arbitrator", "support", "finance"]);

/** A browser keeps a cookie it cannot read; a Node client asks for the token itself. */
const transport = z.enum(["cookie", "bearer"]).optional();
const phone = z.string().min(1).max(limits.phone);
const code = z.string().min(1).max(12);
const password = z.string().min(1).max(limits.password);
const deviceName = z.string().max(limits.name).optional();

export const requestCodeInput = z.object({ phone });
export const requestCodeOutput = z.object({
  sentTo: z.string(),
  expiresAt: instant,
  resendAt: instant,
  triesLeft: z.int(),
  codesLeftToday: z.int(),
});

export const signInWithCodeInput = z.object({ phone, code, transport, deviceName, locale: locale.optional(), cityId: slug.optional() });
/** `code` is the second factor: required in the admin app, refused nowhere else. */
export const signInWithPasswordInput = z.object({ phone, password, code: code.optional(), transport, deviceName });
export const setPasswordInput = z.object({ password, currentPassword: password.optional() });

export const verification = z.object({
  state: z.enum(["none", "pending", "verified", "refused"]),
  submittedAt: instant.nullable(),
  /** When a review is due at the latest (§9). */
  dueAt: instant.nullable(),
  decidedAt: instant.nullable(),
  refusedField: z.string().nullable(),
  refusedReason: z.string().nullable(),
});

export const qualificationView = z.object({
  categoryId: slug,
  state: z.enum(["qualified", "certificate_missing", "expired"]),
  certified: z.boolean(),
  validUntil: instant.nullable(),
});

export const me = z.object({
  id,
  app: appName,
  displayName: z.string(),
  /** How strangers are addressed. */
  salutation: z.enum(["ms", "mr", "none"]),
  phoneMasked: z.string(),
  avatarUrl: z.string().nullable(),
  locale,
  cityId: slug,
  hasPassword: z.boolean(),
  newlyCreated: z.boolean(),
  unreadNotifications: z.int(),
  worker: z
    .object({
      kind: workerKind,
      crewSize: z.int(),
      realNameMasked: z.string(),
      idNumberMasked: z.string(),
      verification,
      qualifications: z.array(qualificationView),
      tags: z.array(slug),
      radiusKm: z.int(),
      travelMode,
      nightFirstVisits: z.boolean(),
      home: z.object({ lat: z.number(), lng: z.number() }).nullable(),
      online: z.boolean(),
      profilePercent: z.int(),
      payoutAccountBound: z.boolean(),
    })
    .nullable(),
  admin: z.object({ roles: z.array(adminRole) }).nullable(),
  session: z.object({ id, expiresAt: instant }),
});

/** `token` only when the client asked for the bearer transport. */
export const signInOutput = z.object({ me, token: z.string().nullable() });

export const sessionView = z.object({
  id,
  app: appName,
  deviceName: z.string(),
  createdAt: instant,
  lastSeenAt: instant,
  expiresAt: instant,
  current: z.boolean(),
});
export const revokeSessionInput = z.object({ sessionId: id });

export const updateProfileInput = z.object({
  displayName: z.string().trim().min(1).max(limits.name).optional(),
  /** How strangers are addressed: 陈女士, 王先生, or the name as it is. */
  salutation: z.enum(["ms", "mr", "none"]).optional(),
  locale: locale.optional(),
  cityId: slug.optional(),
  introduction: z.string().trim().max(limits.note).optional(),
});

export const registerWorkerInput = z.object({
  realName: z.string().trim().min(2).max(limits.name),
  idNumber: z.string().trim().min(15).max(20),
  /** Separate consent to the comparison of name and number (§9). */
  consent: z.literal(true),
  kind: workerKind,
  crewSize: z.int().min(1).max(limits.headcount).optional(),
  categoryIds: z.array(slug).min(1).max(limits.categories),
  tags: z.array(slug).max(limits.tags),
  radiusKm: z.int().min(1).max(50).optional(),
  travelMode: travelMode.optional(),
  home: position.nullish(),
  cityId: slug.optional(),
});

export type WorkerKind = z.infer<typeof workerKind>;
export type AdminRole = z.infer<typeof adminRole>;
export type RequestCodeInput = z.infer<typeof requestCodeInput>;
export type RequestCodeOutput = z.infer<typeof requestCodeOutput>;
export type SignInWithCodeInput = z.infer<typeof signInWithCodeInput>;
export type SignInWithPasswordInput = z.infer<typeof signInWithPasswordInput>;
export type SetPasswordInput = z.infer<typeof setPasswordInput>;
export type Verification = z.infer<typeof verification>;
export type QualificationView = z.infer<typeof qualificationView>;
export type Me = z.infer<typeof me>;
export type SignInOutput = z.infer<typeof signInOutput>;
export type SessionView = z.infer<typeof sessionView>;
export type RevokeSessionInput = z.infer<typeof revokeSessionInput>;
export type UpdateProfileInput = z.infer<typeof updateProfileInput>;
export type RegisterWorkerInput = z.infer<typeof registerWorkerInput>;
