import { useTRPC } from "@lingong/client/react";
import type { CategoryDetail } from "@lingong/contracts";
import { timeAmount } from "@lingong/domain";
import { ActionBar, BottomSheet, ChoiceChips, ErrorAlert, knownErrorOf, useFormat, useText } from "@lingong/ui";
import { TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MoneyInput } from "../../components/money-input.tsx";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";
import { AddOnPhotoField, useAddOnPhoto } from "./add-on-photo.tsx";

export interface AddOnSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Asking for more time or an extra item; the worker agrees first, then it is paid. */
export function AddOnSheet({ opened, onClose }: AddOnSheetProps) {
  const { t } = useTranslation("customer");
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t("addOn.askTitle")}>
      {opened && <AddOnForm onDone={onClose} />}
    </BottomSheet>
  );
}

const timeChoices = [15, 30, 60, 90] as const;

function AddOnForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const trpc = useTRPC();
  const { order, run, running, error } = useOrder();
  const category = useQuery(trpc.catalog.category.queryOptions({ categoryId: order.category.id, cityId: order.cityId }));
  const [kind, setKind] = useState<"time" | "item">("time");
  const [minutes, setMinutes] = useState(30);
  const [item, setItem] = useState({ title: "", fen: 2_000, minutes: 0 });
  const picture = useAddOnPhoto(order.id);
  const { photoId } = picture;
  const timeFen = timeAmount(order.terms.rateFenPerHour, minutes, order.terms.headcount);
  const command =
    kind === "time"
      ? { type: "proposeAddOn" as const, kind, title: t("addOn.timeTitle", { span: format.span(minutes) }), minutes, fen: timeFen, photoId }
      : { type: "proposeAddOn" as const, kind, ...item, title: item.title.trim(), photoId };
  return (
    <div className={classes.stack}>
      <ChoiceChips
        label={t("addOn.kind")}
        columns={2}
        choices={[
          { value: "time", label: t("addOn.time") },
          { value: "item", label: t("addOn.item") },
        ]}
        value={kind}
        onChange={setKind}
      />
      {kind === "time" ? (
        <ChoiceChips
          label={t("addOn.howLong")}
          columns={4}
          choices={timeChoices.map((one) => ({ value: String(one), label: format.span(one) }))}
          value={String(minutes)}
          onChange={(value) => setMinutes(Number(value))}
        />
      ) : (
        <ItemFields item={item} onChange={setItem} extras={category.data?.extras ?? []} />
      )}
      <AddOnPhotoField picture={picture} />
      {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
      <ActionBar
        placement="inline"
        consequence={picture.sending ? t("addOn.photoSending") : t("addOn.askConsequence")}
        primary={{
          label: t("addOn.ask", { amount: format.money(command.fen) }),
          disabled: command.title === "" || command.fen <= 0 || picture.sending,
          loading: running === "proposeAddOn",
          onClick: () => void run(command).then(onDone, () => undefined),
        }}
      />
    </div>
  );
}

interface Item {
  readonly title: string;
  readonly fen: number;
  readonly minutes: number;
}

function ItemFields({
  item,
  onChange,
  extras,
}: {
  readonly item: Item;
  readonly onChange: (item: Item) => void;
  readonly extras: CategoryDetail["extras"];
}) {
  const { t } = useTranslation("customer");
  const text = useText();
  const chosen = extras.find((extra) => text(extra.label) === item.title);
  return (
    <>
      {extras.length > 0 && (
        <ChoiceChips
          label={t("addOn.usual")}
          choices={extras.map((extra) => ({ value: extra.key, label: text(extra.label) }))}
          value={chosen?.key ?? null}
          onChange={(key) => {
            const extra = extras.find((one) => one.key === key);
            if (extra !== undefined) onChange({ title: text(extra.label), fen: extra.fen, minutes: 0 });
          }}
        />
      )}
      <TextInput
        label={t("addOn.what")}
        maxLength={60}
        value={item.title}
        onChange={(event) => onChange({ ...item, title: event.currentTarget.value })}
      />
      <MoneyInput label={t("addOn.price")} fen={item.fen} step={500} onChange={(fen) => onChange({ ...item, fen })} />
    </>
  );
}
