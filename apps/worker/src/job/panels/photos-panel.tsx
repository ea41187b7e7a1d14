import type { OrderView } from "@lingong/contracts";
import { useTranslation } from "react-i18next";
import { placesOf } from "../../photos/places.ts";
import { PlacesPanel } from "../../photos/places-panel.tsx";
import { useJobPhotos } from "../../photos/use-job-photos.ts";

export interface PhotosPanelProps {
  readonly order: OrderView;
  readonly purpose: "before" | "during" | "after";
  /** Nothing more is taken. */
  readonly shownOnly?: boolean;
}

/** The photos of one part of the job: the walk-through and the finish place by place, in between as they come. */
export function PhotosPanel({ order, purpose, shownOnly }: PhotosPanelProps) {
  const { t } = useTranslation("worker");
  const photos = useJobPhotos(order, purpose);
  const places = purpose === "during" ? [] : placesOf(order.category);
  if (shownOnly && photos.photos.length === 0) return null;
  return (
    <PlacesPanel
      title={t(`photos.${purpose}`)}
      second={shownOnly ? undefined : t(`photos.${purpose}Second`)}
      places={places}
      photos={photos}
      open={!shownOnly}
    />
  );
}
