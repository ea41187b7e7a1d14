import { AddPhotoTile, ErrorAlert, knownErrorOf, PhotoGrid, PhotoTile } from "@lingong/ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type PhotoUploads, usePhotoUploads } from "../../components/use-photo-uploads.ts";

export interface AddOnPicture {
  /** The last one that has arrived: it goes with the proposal; null: none. */
  readonly photoId: string | null;
  readonly sending: boolean;
  readonly uploads: PhotoUploads;
}

/** What the worker is to see before they agree. */
export function useAddOnPhoto(orderId: string): AddOnPicture {
  const [photoId, setPhotoId] = useState<string | null>(null);
  const uploads = usePhotoUploads({ purpose: "add_on", orderId, onUploaded: ({ id }) => setPhotoId(id) });
  return { photoId, sending: uploads.pending.some(({ upload }) => upload?.state === "uploading"), uploads };
}

/** A picture says what there is to do; a new one takes its place. */
export function AddOnPhotoField({ picture: { photoId, uploads } }: { readonly picture: AddOnPicture }) {
  const { t } = useTranslation("customer");
  const arrived = photoId === null ? undefined : uploads.localUrl(photoId);
  return (
    <>
      <PhotoGrid columns={2}>
        {photoId !== null && arrived !== undefined && uploads.pending.length === 0 && (
          <PhotoTile photo={{ key: photoId, url: arrived }} ratio="8 / 5" />
        )}
        {uploads.pending.slice(-1).map((photo) => (
          <PhotoTile key={photo.key} photo={photo} ratio="8 / 5" onRetry={() => uploads.retry(photo.key)} />
        ))}
        <AddPhotoTile
          name={t(photoId === null ? "addOn.photo" : "addOn.photoAgain")}
          ratio="8 / 5"
          onFiles={([file]) => file !== undefined && uploads.add([file])}
        />
      </PhotoGrid>
      {uploads.error !== null && <ErrorAlert {...knownErrorOf(uploads.error)} />}
    </>
  );
}
