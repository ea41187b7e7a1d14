import type { OrderView, PhotoPurpose } from "@lingong/contracts";
import { type PhotoView, useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { useKeptPhotos, usePhotoOutbox } from "./outbox-context.tsx";
import { isOf, type Place } from "./places.ts";
import { useObjectUrls } from "./use-object-urls.ts";

export interface JobPhoto extends PhotoView {
  readonly label: string;
  /** Still on this device: may be dropped, or tried again when it was refused. */
  readonly kept: boolean;
}

export interface JobPhotos {
  readonly photos: readonly JobPhoto[];
  /** The last photo of a place; null: none yet. */
  readonly ofPlace: (place: Place) => JobPhoto | null;
  readonly take: (file: File, label: string) => Promise<void>;
  readonly retry: (photoId: string) => void;
  readonly discard: (photoId: string) => void;
}

/** The photos of a job taken for one purpose: those that have arrived, and those that wait on this device. */
export function useJobPhotos(order: OrderView, purpose: PhotoPurpose): JobPhotos {
  const { t } = useTranslation("common");
  const format = useFormat(order.zone);
  const outbox = usePhotoOutbox();
  const kept = useKeptPhotos(order.id).filter((photo) => photo.purpose === purpose);
  const urls = useObjectUrls(kept);
  const stamp = (at: string) => t("photo.stamped", { time: format.time(Date.parse(at)) });
  const arrived = order.photos.flatMap((photo): JobPhoto[] => {
    const url = photo.thumbnailUrl ?? photo.url;
    if (photo.purpose !== purpose || url === null || kept.some(({ photoId }) => photoId === photo.id)) return [];
    const at = photo.takenAt ?? photo.uploadedAt;
    return [{ key: photo.id, url, label: photo.label, kept: false, ...named(photo.label), ...(at === null ? {} : { stamp: stamp(at) }) }];
  });
  const waiting = kept.map((photo): JobPhoto => {
    const { photoId, label, takenAt, state, progress } = photo;
    return { key: photoId, url: urls.get(photoId) ?? "", label, kept: true, ...named(label), stamp: stamp(takenAt), upload: { state, progress } };
  });
  const photos = [...arrived, ...waiting];
  return {
    photos,
    ofPlace: (place) => photos.findLast(({ label }) => isOf(place, label)) ?? null,
    take: (file, label) => outbox.add({ orderId: order.id, purpose, label, position: null, file }),
    retry: outbox.retry,
    discard: (photoId) => void outbox.discard(photoId),
  };
}

function named(label: string): { name?: string } {
  return label === "" ? {} : { name: label };
}
