import { useTRPC } from "@lingong/client/react";
import { MINUTE } from "@lingong/domain";
import { AddPhotoTile, ErrorAlert, knownErrorOf, Panel, PhotoGrid, PhotoTile, useFormat, useServerNow } from "@lingong/ui";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { usePhotoUploads } from "../../components/use-photo-uploads.ts";
import { useOrder } from "../order-context.tsx";

/** Photos that show what is wrong, with the moment they were taken; more may be added. */
export function EvidencePanel() {
  const { t } = useTranslation("customer");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { order } = useOrder();
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const uploads = usePhotoUploads({
    purpose: "evidence",
    orderId: order.id,
    onUploaded: () => void queryClient.invalidateQueries({ queryKey: trpc.orders.get.queryKey({ orderId: order.id }) }),
  });
  const photos = order.photos.filter(({ purpose, url }) => purpose === "evidence" && url !== null);
  return (
    <Panel title={t("dispute.evidence")} aside={t("dispute.evidenceAside")}>
      <PhotoGrid columns={4}>
        {photos.map((photo) => (
          <PhotoTile
            key={photo.id}
            ratio="1 / 1"
            photo={{
              key: photo.id,
              url: photo.thumbnailUrl ?? "",
              stamp: photo.takenAt === null ? undefined : format.shortMoment(Date.parse(photo.takenAt), now),
            }}
          />
        ))}
        {uploads.pending.map((photo) => (
          <PhotoTile key={photo.key} ratio="1 / 1" photo={photo} onRetry={() => uploads.retry(photo.key)} />
        ))}
        <AddPhotoTile ratio="1 / 1" multiple onFiles={(files) => uploads.add(files)} />
      </PhotoGrid>
      {uploads.error !== null && <ErrorAlert {...knownErrorOf(uploads.error)} />}
    </Panel>
  );
}
