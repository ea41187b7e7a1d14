import { MINUTE } from "@lingong/domain";
import { AddPhotoTile, DocumentTile, ErrorAlert, knownErrorOf, PhotoGrid, PhotoTile, useFormat, useServerNow } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import type { EvidenceFiles } from "./use-evidence-files.ts";

/** What is about to be submitted, with the moment it was taken; more may be photographed or attached. */
export function EvidenceTiles({ files: { waiting, uploads } }: { readonly files: EvidenceFiles }) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const now = useServerNow(MINUTE);
  return (
    <>
      <PhotoGrid columns={4}>
        {waiting.map((photo) =>
          photo.type === "application/pdf" ? (
            <DocumentTile key={photo.id}>{t("dispute.document")}</DocumentTile>
          ) : (
            <PhotoTile
              key={photo.id}
              ratio="1 / 1"
              photo={{
                key: photo.id,
                url: photo.thumbnailUrl ?? "",
                stamp: photo.takenAt === null ? undefined : format.shortMoment(Date.parse(photo.takenAt), now),
              }}
            />
          ),
        )}
        {uploads.pending.map((photo) => (
          <PhotoTile key={photo.key} ratio="1 / 1" photo={photo} onRetry={() => uploads.retry(photo.key)} />
        ))}
        <AddPhotoTile ratio="1 / 1" documents multiple name={t("dispute.attach")} onFiles={(chosen) => uploads.add(chosen)} />
        <AddPhotoTile ratio="1 / 1" multiple onFiles={(chosen) => uploads.add(chosen)} />
      </PhotoGrid>
      {uploads.error !== null && <ErrorAlert {...knownErrorOf(uploads.error)} />}
    </>
  );
}
