import type { AdminRole, Locale, Me, UpdateProfileInput } from "@lingong/contracts";
import { credentials, notifications, type User, users, verifications, workers } from "@lingong/db";
import { cityOf, maskIdentityNumber, maskName, maskPhone } from "@lingong/domain";
import { fail, found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { photoUrl } from "../photos/view.ts";
import { listAccounts } from "../wallet/accounts.ts";
import { qualificationViews } from "../workers/qualifications.ts";
import { verificationView } from "../workers/verification-view.ts";
import { openSealed } from "./people.ts";
import { sessionsChanged } from "./sessions.ts";

/** What a worker sees of their own registration: masked even to themselves, since phones are left lying about. */
async function workerPart(ctx: Signed, user: User): Promise<Me["worker"]> {
  const { services } = ctx;
  const worker = await workers.findById(services.db, user.id);
  if (worker === null) return null;
  const latest = await verifications.findLatest(services.db, user.id);
  const [realName, idNumber, qualifications, accounts] = await Promise.all([
    openSealed(services, user.id, "real-name", latest?.realNameCipher ?? null),
    openSealed(services, user.id, "id-number", latest?.idNumberCipher ?? null),
    qualificationViews(services, user.id),
    listAccounts(ctx),
  ]);
  return {
    kind: worker.kind,
    crewSize: worker.crewSize,
    realNameMasked: realName === null ? "" : maskName(realName),
    idNumberMasked: idNumber === null ? "" : maskIdentityNumber(idNumber),
    verification: verificationView(latest),
    qualifications,
    tags: [...worker.tags],
    radiusKm: worker.radiusKm,
    travelMode: worker.travelMode,
    nightFirstVisits: worker.nightFirstVisits,
    home: worker.home,
    online: worker.online,
    profilePercent: worker.profilePercent,
    payoutAccountBound: accounts.length > 0,
  };
}

/** Everything the apps keep of who is signed in. */
export async function loadMe(ctx: Signed, newlyCreated = false): Promise<Me> {
  const { services, session } = ctx;
  const user = found(await users.findById(services.db, session.userId));
  const [phone, password, unread, worker] = await Promise.all([
    openSealed(services, user.id, "phone", user.phoneCipher),
    credentials.findPasswordHash(services.db, user.id),
    notifications.countUnread(services.db, user.id),
    user.isWorker ? workerPart(ctx, user) : null,
  ]);
  return {
    id: user.id,
    app: session.app,
    displayName: user.displayName,
    salutation: user.salutation,
    phoneMasked: phone === null ? "" : maskPhone(phone),
    avatarUrl: photoUrl(services, user.avatarPhotoId),
    locale: user.locale as Locale,
    cityId: user.cityId,
    hasPassword: password !== null,
    newlyCreated,
    unreadNotifications: unread,
    worker,
    admin: user.adminRoles.length === 0 ? null : { roles: user.adminRoles as AdminRole[] },
    session: { id: session.sessionId, expiresAt: iso(session.expiresAt) },
  };
}

export async function updateProfile(ctx: Signed, input: UpdateProfileInput): Promise<Me> {
  const { services, session } = ctx;
  const { introduction, ...profile } = input;
  if (input.cityId !== undefined && cityOf(input.cityId) === null) fail("invalid_input", { field: "cityId" }, "cityId");
  await users.update(services.db, session.userId, profile);
  if (session.isWorker && introduction !== undefined) await workers.update(services.db, session.userId, { introduction });
  if (input.cityId !== undefined && input.cityId !== session.cityId) await sessionsChanged(services, session.userId);
  return loadMe(ctx);
}
