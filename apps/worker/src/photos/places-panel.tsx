import { AddPhotoTile, BottomSheet, Panel, PhotoGrid, PhotoTile, useText } from "@lingong/ui";
import { type ReactNode, useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import classes from "./photos.module.css";
import type { Place } from "./places.ts";
import type { JobPhoto, JobPhotos } from "./use-job-photos.ts";

export interface PlacesPanelProps {
  readonly title: ReactNode;
  readonly second?: ReactNode;
  readonly places: readonly Place[];
  readonly photos: JobPhotos;
  /** Photos can be taken now; else they are only shown. */
  readonly open?: boolean;
}

const ratio = "8 / 5";

/** A photo of each place: the next one to take is marked, others stand as dashed tiles, more may be added. */
export function PlacesPanel({ title, second, places, photos, open = true }: PlacesPanelProps) {
  const { t } = useTranslation("worker");
  const text = useText();
  const [shown, setShown] = useState<JobPhoto | null>(null);
  const taken = places.filter((place) => photos.ofPlace(place) !== null).length;
  const next = places.find((place) => photos.ofPlace(place) === null);
  const named = new Set(places.flatMap((place) => photos.ofPlace(place)?.key ?? []));
  const others = photos.photos.filter(({ key }) => !named.has(key));
  const tile = (photo: JobPhoto) => (
    <PhotoTile
      key={photo.key}
      photo={photo}
      ratio={ratio}
      onOpen={() => setShown(photo)}
      onRemove={photo.kept && open ? () => photos.discard(photo.key) : undefined}
      onRetry={() => photos.retry(photo.key)}
    />
  );
  return (
    <Panel
      title={title}
      aside={
        places.length > 0 && (
          <span className={classes.count}>
            <Trans t={t} i18nKey="photos.count" values={{ taken, all: places.length }} components={{ b: <b /> }} />
          </span>
        )
      }
    >
      {second !== undefined && <p className={classes.second}>{second}</p>}
      <PhotoGrid columns={2}>
        {places.map((place) => {
          const photo = photos.ofPlace(place);
          if (photo !== null) return tile(photo);
          if (!open) return null;
          const name = text(place.label);
          return (
            <AddPhotoTile
              key={place.key}
              name={name}
              emphasis={place === next ? "next" : "quiet"}
              ratio={ratio}
              onFiles={([file]) => file !== undefined && void photos.take(file, name)}
            />
          );
        })}
        {others.map(tile)}
        {open && next === undefined && (
          <AddPhotoTile name={t("photos.more")} ratio={ratio} multiple onFiles={(files) => files.forEach((file) => void photos.take(file, ""))} />
        )}
      </PhotoGrid>
      <BottomSheet opened={shown !== null} onClose={() => setShown(null)} title={shown?.name ?? t("photos.photo")}>
        {shown !== null && <img src={shown.url} alt={shown.name ?? t("photos.photo")} className={classes.full} />}
      </BottomSheet>
    </Panel>
  );
}
