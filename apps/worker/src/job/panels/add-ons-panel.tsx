import type { AddOnView } from "@lingong/contracts";
import { Chip, Countdown, Panel, PhotoLook, useFormat } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconCircleCheck, IconClock, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { actionOf, type Job } from "../use-job.ts";
import classes from "./panels.module.css";

/** Extra time and items: what was proposed, by whom, and how it stands; answered where it is this side's turn. */
export function AddOnsPanel({ job }: { readonly job: Job }) {
  const { t } = useTranslation("worker");
  if (job.order.addOns.length === 0) return null;
  return (
    <Panel title={t("addOns.title")}>
      <ul className={classes.addOns}>
        {job.order.addOns.map((addOn) => (
          <li key={addOn.id}>
            <AddOn addOn={addOn} job={job} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const marks = {
  proposed: { tone: "neutral", icon: IconClock },
  approved: { tone: "neutral", icon: IconClock },
  paid: { tone: "accent", icon: IconCircleCheck },
  done: { tone: "accent", icon: IconCircleCheck },
  declined: { tone: "neutral", icon: IconX },
  withdrawn: { tone: "neutral", icon: IconX },
  expired: { tone: "neutral", icon: IconX },
  void: { tone: "neutral", icon: IconX },
  not_done: { tone: "neutral", icon: IconX },
} as const satisfies Record<AddOnView["state"], { tone: "neutral" | "accent"; icon: typeof IconClock }>;

const answers = ["approveAddOn", "declineAddOn", "withdrawAddOn"] as const;

function AddOn({ addOn, job }: { readonly addOn: AddOnView; readonly job: Job }) {
  const { t } = useTranslation("worker");
  const { t: domain } = useTranslation("domain");
  const format = useFormat();
  const { tone, icon } = marks[addOn.state];
  const open = answers.filter((command) => actionOf(job, command, addOn.id) !== null);
  return (
    <>
      <div className={classes.addOn}>
        <div>
          <b>{addOn.title}</b>
          <div className={classes.second}>
            {[domain(`addOnKind.${addOn.kind}`), addOn.minutes > 0 ? format.span(addOn.minutes) : "", t(`addOns.by.${addOn.by}`)]
              .filter((part) => part !== "")
              .join(" · ")}
          </div>
        </div>
        <div className={classes.addOnRight}>
          <b>{format.money(addOn.fen)}</b>
          <Chip tone={tone} icon={icon}>
            {domain(`addOnState.${addOn.state}`)}
          </Chip>
        </div>
      </div>
      {addOn.photo !== null && <PhotoLook photo={addOn.photo} title={addOn.title} />}
      {addOn.expiresAt !== null && addOn.awaits !== null && addOn.awaits !== "finish" && (
        <Countdown until={Date.parse(addOn.expiresAt)}>{t(`addOns.waits.${addOn.awaits}`)}</Countdown>
      )}
      {open.length > 0 && (
        <div className={classes.buttons}>
          {open.map((command) => (
            <Button
              key={command}
              variant={command === "approveAddOn" ? "light" : "default"}
              loading={job.performing === command}
              onClick={() => void job.perform({ type: command, addOnId: addOn.id }).catch(() => undefined)}
            >
              {t(`addOns.${command}`, { amount: format.money(addOn.fen) })}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
