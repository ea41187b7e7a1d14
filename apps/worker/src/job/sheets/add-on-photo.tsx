import type { OrderView } from "@lingong/contracts";
import { AddPhotoTile, PhotoGrid, PhotoTile } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { type JobPhoto, useJobPhotos } from "../../photos/use-job-photos.ts";

export interface AddOnPhoto {
  /** The last one taken that no proposal has yet; null: none. */
  readonly photo: JobPhoto | null;
  readonly take: (file: File) => void;
  readonly retry: (photoId: string) => void;
}

/** What the customer is to see before they agree: it is sent at once, and goes with the next proposal. */
export function useAddOnPhoto(order: OrderView): AddOnPhoto {
  const { photos, take, retry } = useJobPhotos(order, "add_on");
  const used = new Set(order.addOns.flatMap(({ photo }) => photo?.id ?? []));
  const photo = photos.findLast(({ key }) => !used.has(key)) ?? null;
  return { photo, take: (file) => void take(file, ""), retry };
}

/** A picture says what there is to do; a new one takes its place. */
export function AddOnPhotoField({ picture: { photo, take, retry } }: { readonly picture: AddOnPhoto }) {
  const { t } = useTranslation("worker");
  return (
    <PhotoGrid columns={2}>
      {photo !== null && <PhotoTile photo={photo} ratio="8 / 5" onRetry={() => retry(photo.key)} />}
      <AddPhotoTile
        name={t(photo === null ? "addOns.photo" : "addOns.photoAgain")}
        ratio="8 / 5"
        onFiles={([file]) => file !== undefined && take(file)}
      />
    </PhotoGrid>
  );
}
