import type { CreateUploadInput, CreateUploadOutput, LabelPhotoInput, PhotoView, RemovePhotoInput } from "@lingong/contracts";
import { leaveHints, orders, type Photo, photos, users, workCases } from "@lingong/db";
import type { Order } from "@lingong/domain";
import type { SignedIn } from "../accounts/session-cache.ts";
import { seesPhoto } from "../disputes/visibility.ts";
import type { Services } from "../kernel/context.ts";
import { fail, found } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import { viewerOf } from "../orders/party.ts";
import { noteSignOfLife } from "../orders/sign-of-life.ts";
import { documentType, photoView } from "./view.ts";

const atMostOfOrder = 200;

/** Documents prove something: evidence, or what a claim rests on. */
const isDocumentPurpose = (purpose: string): boolean => purpose === "evidence" || purpose === "claim";

async function partyOrder({ services, session }: Signed, orderId: string): Promise<Order> {
  const { order } = found(await orders.findById(services.db, orderId));
  viewerOf(session, order);
  return order;
}

/** Announces a picture; its bytes then come by tus. Announcing again, after a lost network, is the same announcement. */
export async function createUpload(ctx: Signed, input: Required<Pick<CreateUploadInput, "label">> & CreateUploadInput): Promise<CreateUploadOutput> {
  const { services, session } = ctx;
  const orderId = input.orderId ?? null;
  if (input.type === documentType && (!isDocumentPurpose(input.purpose) || orderId === null)) fail("unsupported_file");
  if (orderId !== null) {
    await partyOrder(ctx, orderId);
    if ((await photos.listForOrder(services.db, orderId)).length >= atMostOfOrder) fail("rate_limited", { limit: atMostOfOrder });
  }
  const now = services.clock.now();
  const takenAt = input.takenAt == null ? null : Math.min(now, Date.parse(input.takenAt));
  const photo = await photos.insertOrFind(services.db, {
    id: input.photoId,
    ownerId: session.userId,
    orderId,
    purpose: input.purpose,
    label: input.label,
    storageKey: "",
    contentType: input.type,
    bytes: input.bytes,
    takenAt,
    takenPosition: input.position ?? null,
    createdAt: now,
  });
  if (photo.ownerId !== session.userId) fail("not_yours");
  return { photoId: photo.id, uploadUrl: "/uploads", metadata: { photoId: photo.id, type: input.type }, uploaded: photo.state === "kept" };
}

export async function listPhotos(ctx: Signed, orderId: string): Promise<PhotoView[]> {
  const order = await partyOrder(ctx, orderId);
  const all = await photos.listForOrder(ctx.services.db, orderId);
  return all.filter((photo) => seesPhoto(order, ctx.session.userId, photo)).map((photo) => photoView(ctx.services, photo));
}

async function ownPhoto({ services, session }: Signed, photoId: string): Promise<Photo> {
  const photo = found(await photos.findById(services.db, photoId));
  return photo.ownerId === session.userId ? photo : fail("not_yours");
}

export async function labelPhoto(ctx: Signed, { photoId, label }: LabelPhotoInput): Promise<PhotoView> {
  const photo = await ownPhoto(ctx, photoId);
  await photos.setLabel(ctx.services.db, { id: photo.id, ownerId: photo.ownerId, label });
  return photoView(ctx.services, { ...photo, label });
}

/** What proves something about an order stays: only pictures of no order, or of a draft, can be removed. */
export async function removePhoto(ctx: Signed, { photoId }: RemovePhotoInput): Promise<{ done: true }> {
  const photo = await ownPhoto(ctx, photoId);
  const order = photo.orderId === null ? null : (await orders.findById(ctx.services.db, photo.orderId))?.order;
  if (order != null && order.state !== "draft") fail("wrong_state", { state: order.state });
  if (await photos.remove(ctx.services.db, { id: photo.id, ownerId: photo.ownerId })) await ctx.services.files.remove(photo.id);
  return { done: true };
}

/** For the upload server: whether this person may send the bytes of this picture now, and how many. */
export async function mayUpload(
  services: Services,
  session: Pick<SignedIn, "userId">,
  photoId: string,
): Promise<{ readonly bytes: number; readonly type: string } | null> {
  const photo = await photos.findById(services.db, photoId);
  if (photo === null || photo.ownerId !== session.userId || photo.state !== "uploading") return null;
  return { bytes: photo.bytes, type: photo.contentType };
}

/** What the file store found in the bytes. */
export type StoredPhoto = Parameters<typeof photos.keep>[1];

/**
 * The bytes are in: the picture is kept and those who look at the order see it. A worker's counts as a sign of life. False: a
 * document came where only a picture may; its bytes are gone again.
 */
export async function completeUpload(services: Services, stored: StoredPhoto): Promise<boolean> {
  const photo = found(await photos.findById(services.db, stored.id));
  if (stored.contentType === documentType && !isDocumentPurpose(photo.purpose)) {
    await services.files.remove(stored.id);
    return false;
  }
  if (!(await photos.keep(services.db, stored))) return true;
  if (photo.purpose === "avatar") await users.update(services.db, photo.ownerId, { avatarPhotoId: photo.id });
  const rooms = [`user:${photo.ownerId}`, ...(photo.orderId === null ? [] : [`order:${photo.orderId}`])];
  await leaveHints(
    services.db,
    [{ rooms, kind: "photo", subjectId: photo.id, version: null, data: { orderId: photo.orderId } }],
    services.clock.now(),
  );
  if (photo.orderId !== null) await noteSignOfLife(services, photo.orderId, photo.ownerId);
  return true;
}

/** Whether a person may see a picture: its owner, a party of its order, an admin (evidence: its arbitrators); those of reviews, faces and cases are public. */
export async function maySeePhoto(services: Services, session: SignedIn | null, photoId: string): Promise<boolean> {
  const photo = await photos.findById(services.db, photoId);
  if (photo === null || photo.state !== "kept") return false;
  if (photo.purpose === "avatar" || photo.purpose === "review") return true;
  const walkThrough = photo.purpose === "before" || photo.purpose === "after";
  if (walkThrough && (await workCases.shows(services.db, photo.id))) return true;
  if (session === null) return false;
  if (photo.ownerId === session.userId) return true;
  if (photo.purpose === "claim") return session.app === "admin" && session.adminRoles.some((role) => role === "support" || role === "finance");
  if (session.app === "admin" && photo.purpose !== "evidence") return true;
  if (photo.purpose === "identity" || photo.orderId === null) return false;
  const order = (await orders.findById(services.db, photo.orderId))?.order;
  if (order === undefined) return false;
  return photo.purpose === "evidence" ? seesPhoto(order, session.userId, photo) : seesPhotosOf(order, session, photo);
}

/** The order's people see its pictures; while it looks for a worker, workers of its city see what the scope shows. */
function seesPhotosOf(order: Order, { userId, app, isWorker, cityId }: SignedIn, { purpose }: Photo): boolean {
  if (order.customerId === userId || order.assignment?.workerId === userId) return true;
  if (order.formerAssignments.some(({ workerId }) => workerId === userId)) return true;
  const looking = order.state === "matching" || order.state === "quoting";
  return purpose === "scope" && looking && app === "worker" && isWorker && order.cityId === cityId;
}
