import type { PhotoView } from "@lingong/contracts";
import { MINUTE } from "@lingong/domain";
import { BottomSheet, Panel, PhotoGrid, PhotoTile, useFormat, useServerNow } from "@lingong/ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOrder } from "../order-context.tsx";

/** Walk-through photos, before and after, with the moment they were taken. */
export function PhotosPanel() {
  const { t } = useTranslation("customer");
  const { order } = useOrder();
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const [opened, setOpened] = useState<PhotoView | null>(null);
  const shown = order.photos.filter(({ purpose, url }) => url !== null && (purpose === "before" || purpose === "during" || purpose === "after"));
  if (shown.length === 0) return null;
  const nameOf = (photo: PhotoView) =>
    [photo.label, t(`photos.${photo.purpose as "before" | "during" | "after"}`)].filter((part) => part !== "").join(" · ");
  const stampOf = ({ takenAt }: PhotoView) => (takenAt === null ? undefined : format.shortMoment(Date.parse(takenAt), now));
  return (
    <Panel title={t("photos.title")} aside={t("photos.count", { count: shown.length })}>
      <PhotoGrid columns={3}>
        {shown.map((photo) => (
          <PhotoTile
            key={photo.id}
            photo={{ key: photo.id, url: photo.thumbnailUrl ?? photo.url ?? "", name: nameOf(photo), stamp: stampOf(photo) }}
            onOpen={() => setOpened(photo)}
          />
        ))}
      </PhotoGrid>
      <BottomSheet opened={opened !== null} onClose={() => setOpened(null)} title={opened === null ? "" : nameOf(opened)}>
        {opened !== null && <PhotoTile ratio="auto" photo={{ key: opened.id, url: opened.url ?? "", stamp: stampOf(opened) }} />}
      </BottomSheet>
    </Panel>
  );
}
