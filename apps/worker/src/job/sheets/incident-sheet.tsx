import { ActionBar, AddPhotoTile, BottomSheet, PhotoGrid, PhotoTile } from "@lingong/ui";
import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useJobPhotos } from "../../photos/use-job-photos.ts";
import type { Job } from "../use-job.ts";
import classes from "./sheets.module.css";
import type { JobSheetProps } from "./trouble-rows.tsx";

const wordsMost = 40;

/** Damage that was there before, or happened: words and photos with their moment, for both sides to see. */
export function IncidentSheet({ job, opened, onClose }: JobSheetProps) {
  const { t } = useTranslation("worker");
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t("incident.title")}>
      <Incident job={job} onClose={onClose} />
    </BottomSheet>
  );
}

function Incident({ job, onClose }: { readonly job: Job; readonly onClose: () => void }) {
  const { t } = useTranslation("worker");
  const photos = useJobPhotos(job.order, "during");
  const [words, setWords] = useState("");
  const label = words.trim() === "" ? t("incident.label") : words.trim();
  return (
    <div className={classes.form}>
      <Textarea
        label={t("incident.words")}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        maxLength={wordsMost}
        autosize
        minRows={2}
      />
      <PhotoGrid columns={2}>
        {photos.photos.map((photo) => (
          <PhotoTile key={photo.key} photo={photo} ratio="8 / 5" onRetry={() => photos.retry(photo.key)} />
        ))}
        <AddPhotoTile
          emphasis="next"
          name={t("incident.photo")}
          ratio="8 / 5"
          onFiles={([file]) => file !== undefined && void photos.take(file, label)}
        />
      </PhotoGrid>
      <ActionBar placement="inline" consequence={t("incident.consequence")} primary={{ label: t("incident.done"), onClick: onClose }} />
    </div>
  );
}
