import { type ActionBarProps, type BarAction, useText } from "@lingong/ui";
import { IconCamera } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { placesOf } from "../photos/places.ts";
import { useCamera } from "../photos/use-camera.tsx";
import { useJobPhotos } from "../photos/use-job-photos.ts";
import type { StepCommand } from "./steps/next-step.ts";
import { useConsequence } from "./use-consequence.ts";
import type { Job } from "./use-job.ts";
import { useTakeStep } from "./use-take-step.tsx";

export interface JobBar {
  /** Absent: it is somebody else's turn. */
  readonly actions: ActionBarProps | undefined;
  /** Sheets and fields that the buttons open; to be put somewhere on the page. */
  readonly helpers: ReactNode;
}

/** The bar under a job: the next step; before the start, the photo that is still missing comes first. */
export function useJobBar(job: Job): JobBar {
  const { t } = useTranslation("worker");
  const steps = useTakeStep(job);
  const consequenceOf = useConsequence(job);
  const photo = useNextPhoto(job);
  const helpers = (
    <>
      {steps.helpers}
      {photo.input}
    </>
  );
  if (job.next === null) return { actions: undefined, helpers };
  const { primary, secondary } = job.next;
  const button = (command: StepCommand, label: string = t(`job.do.${command}`)): BarAction => ({
    label,
    onClick: () => steps.take(command),
    loading: job.performing === command || steps.preparing === command,
    disabled: job.performing !== null && job.performing !== command,
  });
  if (primary.command === "start" && photo.next !== null) {
    const { name, number } = photo.next;
    return {
      helpers,
      actions: {
        scale: "job",
        consequence: t("job.photoFirst", { count: number }),
        primary: { label: t("job.takePhoto", { place: name }), icon: IconCamera, onClick: photo.open },
        secondary: button("start", t("job.startNow")),
      },
    };
  }
  return {
    helpers,
    actions: {
      scale: "job",
      consequence: consequenceOf(primary),
      primary: button(primary.command),
      ...(secondary === null ? {} : { secondary: button(secondary.command) }),
    },
  };
}

/** The next place of the walk-through without a photo, and the camera for it. */
function useNextPhoto({ order }: Job) {
  const text = useText();
  const photos = useJobPhotos(order, "before");
  const places = placesOf(order.category);
  const index = places.findIndex((place) => photos.ofPlace(place) === null);
  const place = places[index];
  const name = place === undefined ? "" : text(place.label);
  const { open, input } = useCamera((file) => void photos.take(file, name));
  return { open, input, next: place === undefined ? null : { name, number: places.length - index } };
}
