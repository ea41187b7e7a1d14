import { z } from "zod";
import { id, instant, instantInput, position, positionOut, sha256 } from "./common.ts";
import { limits } from "./limits.ts";

export const photoPurpose = z.enum(["scope", "before", "during", "after", "add_on", "evidence", "review", "avatar", "identity", "claim"]);
/** Pictures; and documents, which only evidence and the documents of a claim may be. */
export const photoType = z.enum(["image/jpeg", "image/png", "image/webp", "image/heic", "application/pdf"]);

export const photoView = z.object({
  id,
  /** `application/pdf` is a document without a thumbnail; everything else a picture. */
  type: z.string(),
  /** Null while the upload is under way. */
  url: z.string().nullable(),
  thumbnailUrl: z.string().nullable(),
  purpose: photoPurpose,
  label: z.string(),
  by: id,
  takenAt: instant.nullable(),
  takenAtPosition: positionOut.nullable(),
  uploadedAt: instant.nullable(),
  sha256: z.string().nullable(),
});

/**
 * Announces a photo; its bytes then go to `uploadUrl` by tus, with `metadata` as the upload's metadata. The id is the client's,
 * so that announcing again after a lost network is harmless.
 */
export const createUploadInput = z.object({
  photoId: id,
  orderId: id.nullish(),
  purpose: photoPurpose,
  label: z.string().trim().max(limits.label).default(""),
  type: photoType,
  bytes: z.int().min(1).max(limits.uploadBytes),
  sha256: sha256.nullish(),
  takenAt: instantInput.nullish(),
  position: position.nullish(),
});
export const createUploadOutput = z.object({ photoId: id, uploadUrl: z.string(), metadata: z.record(z.string(), z.string()), uploaded: z.boolean() });

export const listPhotosInput = z.object({ orderId: id });
export const labelPhotoInput = z.object({ photoId: id, label: z.string().trim().max(limits.label) });
export const removePhotoInput = z.object({ photoId: id });

export type PhotoPurpose = z.infer<typeof photoPurpose>;
export type PhotoView = z.infer<typeof photoView>;
export type CreateUploadInput = z.input<typeof createUploadInput>;
export type CreateUploadOutput = z.infer<typeof createUploadOutput>;
export type ListPhotosInput = z.infer<typeof listPhotosInput>;
export type LabelPhotoInput = z.infer<typeof labelPhotoInput>;
export type RemovePhotoInput = z.infer<typeof removePhotoInput>;
