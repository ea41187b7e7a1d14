import type { PhotoPurpose, PhotoView } from "@lingong/contracts";
import type { Photo } from "@lingong/db";
import type { Services } from "../kernel/context.ts";
import { iso } from "../kernel/iso.ts";

/** A document: evidence that is no picture. */
export const documentType = "application/pdf";

/** Address of a picture by id; null: none. */
export function photoUrl(services: Pick<Services, "files">, photoId: string | null): string | null {
  return photoId === null ? null : services.files.urlOf(photoId);
}

export function photoView(services: Pick<Services, "files">, photo: Photo): PhotoView {
  const kept = photo.state === "kept";
  return {
    id: photo.id,
    type: photo.contentType,
    url: kept ? services.files.urlOf(photo.id) : null,
    thumbnailUrl: kept && photo.contentType !== documentType ? services.files.thumbnailUrlOf(photo.id) : null,
    purpose: photo.purpose as PhotoPurpose,
    label: photo.label,
    by: photo.ownerId,
    takenAt: iso(photo.takenAt),
    takenAtPosition: photo.takenPosition,
    uploadedAt: kept ? iso(photo.createdAt) : null,
    sha256: photo.sha256,
  };
}
