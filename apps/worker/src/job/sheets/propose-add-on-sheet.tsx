import type { OrderCommand } from "@lingong/contracts";
import { categoryOf, defaultPolicy, MINUTE } from "@lingong/domain";
import { ActionBar, BottomSheet, ChoiceChips, ErrorAlert, knownErrorOf, NumberStepper, useFormat, useText } from "@lingong/ui";
import { SegmentedControl, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fenOf } from "../../earnings/amount.ts";
import type { Job } from "../use-job.ts";
import { AddOnPhotoField, useAddOnPhoto } from "./add-on-photo.tsx";
import classes from "./sheets.module.css";
import type { JobSheetProps } from "./trouble-rows.tsx";

const { bookingStepMinutes, addOnProposed, addOnProposedInService } = defaultPolicy.lifecycle;
const mostMinutes = 240;

type Kind = "time" | "item";

/** Extra time or an extra item, with its price before it is done: the customer agrees and pays first. */
export function ProposeAddOnSheet({ job, opened, onClose }: JobSheetProps) {
  const { t } = useTranslation("worker");
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t("addOns.proposeTitle")}>
      <Propose job={job} onClose={onClose} />
    </BottomSheet>
  );
}

interface Item {
  readonly title: string;
  readonly amount: string;
}

function Propose({ job, onClose }: { readonly job: Job; readonly onClose: () => void }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const [kind, setKind] = useState<Kind>("time");
  const [minutes, setMinutes] = useState(bookingStepMinutes * 2);
  const [item, setItem] = useState<Item>({ title: "", amount: "" });
  const [error, setError] = useState<unknown>(null);
  const { terms, service } = job.order;
  const picture = useAddOnPhoto(job.order);
  const photoId = picture.photo?.key ?? null;
  const sending = picture.photo?.kept === true;
  const timeFen = Math.round((terms.rateFenPerHour * minutes * terms.headcount) / 60);
  const itemFen = fenOf(item.amount);
  const command: OrderCommand | null =
    kind === "time"
      ? { type: "proposeAddOn", kind, title: t("addOns.timeTitle", { span: format.span(minutes) }), minutes, fen: timeFen, photoId }
      : item.title.trim() === "" || itemFen === null || itemFen === 0
        ? null
        : { type: "proposeAddOn", kind, title: item.title.trim(), minutes: 0, fen: itemFen, photoId };
  const send = async () => {
    if (command === null) return;
    try {
      await job.perform(command);
      onClose();
    } catch (refused) {
      setError(refused);
    }
  };
  const lives = (service === null ? addOnProposed : addOnProposedInService) / MINUTE;
  const fen = kind === "time" ? timeFen : (itemFen ?? 0);
  return (
    <div className={classes.form}>
      <SegmentedControl<Kind>
        fullWidth
        aria-label={t("addOns.kind")}
        value={kind}
        onChange={setKind}
        data={[
          { value: "time", label: t("addOns.time") },
          { value: "item", label: t("addOns.item") },
        ]}
      />
      {kind === "time" ? (
        <NumberStepper
          label={t("addOns.minutes")}
          value={minutes}
          onChange={setMinutes}
          least={bookingStepMinutes}
          most={mostMinutes}
          step={bookingStepMinutes}
          unit={t("addOns.minuteUnit")}
        />
      ) : (
        <ItemFields job={job} item={item} onChange={setItem} />
      )}
      <AddOnPhotoField picture={picture} />
      {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
      <ActionBar
        placement="inline"
        consequence={sending ? t("addOns.photoSending") : t("addOns.consequence", { span: format.span(lives) })}
        primary={{
          label: t("addOns.propose", { amount: format.money(fen) }),
          disabled: command === null || sending,
          loading: job.performing === "proposeAddOn",
          onClick: () => void send(),
        }}
      />
    </div>
  );
}

interface ItemFieldsProps {
  readonly job: Job;
  readonly item: Item;
  readonly onChange: (item: Item) => void;
}

function ItemFields({ job, item, onChange }: ItemFieldsProps) {
  const { t } = useTranslation("worker");
  const text = useText();
  const format = useFormat();
  const extras = categoryOf(job.order.category.id)?.extras ?? [];
  const chosen = extras.find(({ label }) => text(label) === item.title)?.key ?? null;
  const choose = (key: string) => {
    const extra = extras.find((one) => one.key === key);
    if (extra !== undefined) onChange({ title: text(extra.label), amount: (extra.fen / 100).toFixed(2) });
  };
  return (
    <>
      {extras.length > 0 && (
        <ChoiceChips
          label={t("addOns.often")}
          choices={extras.map(({ key, label, fen }) => ({ value: key, label: `${text(label)} ${format.money(fen)}` }))}
          value={chosen}
          onChange={choose}
        />
      )}
      <TextInput
        label={t("addOns.what")}
        value={item.title}
        maxLength={60}
        onChange={(event) => onChange({ ...item, title: event.currentTarget.value })}
      />
      <TextInput
        label={t("addOns.price")}
        inputMode="decimal"
        leftSection="¥"
        value={item.amount}
        onChange={(event) => onChange({ ...item, amount: event.currentTarget.value.replace(/[^\d.]/g, "") })}
      />
    </>
  );
}
