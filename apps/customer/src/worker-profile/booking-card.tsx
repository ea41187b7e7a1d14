import type { CategoryCard, WorkerProfile } from "@lingong/contracts";
import { defaultPolicy, isLive, MINUTE, offerWindow } from "@lingong/domain";
import { ActionBar, ChoiceChips, Panel, Price, SplitBar, useFormat, useText } from "@lingong/ui";
import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCategories } from "../catalog/use-categories.ts";
import { FieldHead } from "../components/field-head.tsx";
import { StartPicker } from "./start-picker.tsx";
import { type Booking, useBooking } from "./use-booking.ts";
import classes from "./worker-profile.module.css";

/** Books this worker by name: what, when and how long, with what it comes to; the wizard asks for the rest. */
export function BookingCard({ profile }: { readonly profile: WorkerProfile }) {
  const { data: categories } = useCategories();
  const offered = profile.services.flatMap(({ category }) => categories?.find(({ id }) => id === category.id) ?? []);
  if (offered.length === 0) return null;
  return <Card profile={profile} offered={offered} />;
}

interface CardProps {
  readonly profile: WorkerProfile;
  readonly offered: readonly CategoryCard[];
}

function Card({ profile, offered }: CardProps) {
  const { t } = useTranslation("customer");
  const text = useText();
  const format = useFormat();
  const booking = useBooking(profile, offered);
  const { category, rateFen, minutes, choices } = booking;
  return (
    <Panel tone="live" title={t("profile.book", { name: profile.name })}>
      <div className={classes.stack}>
        <Select
          label={t("profile.service")}
          value={category.id}
          allowDeselect={false}
          onChange={(id) => booking.setCategory(id ?? category.id)}
          data={offered.map(({ id, name }) => ({ value: id, label: `${text(name)} · ${format.money(booking.rateOf(id))}` }))}
        />
        <StartPicker workerId={profile.id} minutes={minutes} chosen={booking.startsAt} onPick={booking.setStartsAt} />
        <div>
          <FieldHead>{t("profile.duration")}</FieldHead>
          <ChoiceChips
            label={t("profile.duration")}
            columns={Math.min(choices.length, 3)}
            value={String(minutes)}
            onChange={(value) => booking.setMinutes(Number(value))}
            choices={choices.map((choice) => ({ value: String(choice), label: format.span(choice) }))}
          />
        </div>
        <Amount profile={profile} booking={booking} rateFen={rateFen} />
        <ActionBar
          placement="inline"
          consequence={t("profile.exclusive", { name: profile.name, window: windowOf(booking.startsAt, booking.now, format.span) })}
          primary={{
            label: booking.startsAt === null ? t("profile.pickStart") : t("profile.goOn"),
            disabled: booking.startsAt === null,
            onClick: booking.begin,
          }}
        />
      </div>
    </Panel>
  );
}

/** How long only this worker is asked (§6): longer when the start is not near. */
function windowOf(startsAt: number | null, now: number, span: (minutes: number) => string): string {
  const live = startsAt !== null && isLive(startsAt, defaultPolicy, now);
  return span(offerWindow({ live, exclusive: true }, defaultPolicy) / MINUTE);
}

interface AmountProps {
  readonly profile: WorkerProfile;
  readonly booking: Booking;
  readonly rateFen: number;
}

/** What is prepaid, and how it splits on this worker's own facts: the same function charges it. */
function Amount({ profile, booking, rateFen }: AmountProps) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const split = booking.preview?.split.named ?? null;
  const fen = booking.preview?.prepaidFen ?? booking.amountFen;
  return (
    <div className={classes.amount}>
      <Price fen={fen} size={32} label={t("profile.prepay")} formula={`${format.money(rateFen)} × ${format.span(booking.minutes)}`} />
      {split !== null && (
        <SplitBar
          parts={[
            { kind: "worker", label: t("profile.nets", { name: profile.name }), rate: 10_000 - split.rate, fen: split.workerNetFen, strong: true },
            { kind: "platform", rate: split.rate, fen: split.commissionFen },
          ]}
        />
      )}
    </div>
  );
}
