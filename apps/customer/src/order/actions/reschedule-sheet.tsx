import { DAY, type Instant, MINUTE } from "@lingong/domain";
import { ActionBar, BottomSheet, ChoiceChips, ErrorAlert, knownErrorOf, useFormat, useServerNow } from "@lingong/ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dayFromKey, dayKey, instantOf, localDayOf, minuteOfDay } from "../../new-order/form/local-time.ts";
import { nearDays, slotsOf } from "../../new-order/form/slots.ts";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";

export interface RescheduleSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Another start: the other side has two hours to agree, until then the old one stands. */
export function RescheduleSheet({ opened, onClose }: RescheduleSheetProps) {
  const { t } = useTranslation("customer");
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t("reschedule.title")}>
      {opened && <RescheduleForm onDone={onClose} />}
    </BottomSheet>
  );
}

function RescheduleForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation("customer");
  const { order, run, running, error } = useOrder();
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const { zone } = order;
  const start = order.startsAt === null ? now + DAY : Date.parse(order.startsAt);
  const days = nearDays(now, zone, 7);
  const [day, setDay] = useState(() => dayKey(localDayOf(start, zone)));
  const [at, setAt] = useState<Instant | null>(null);
  const chosen = dayFromKey(day);
  const slots = chosen === null ? [] : slotsOf(chosen, now, zone);
  const moveDay = (key: string) => {
    setDay(key);
    const next = dayFromKey(key);
    setAt(next === null || at === null ? null : instantOf(next, minuteOfDay(at, zone), zone));
  };
  const possible = at !== null && at !== start && slots.some((slot) => slot.at === at);
  return (
    <div className={classes.stack}>
      <p className={classes.quiet}>{t("reschedule.body", { time: format.dayTimeInside(start, now), zone: format.zoneName() })}</p>
      <ChoiceChips
        label={t("place.day")}
        choices={days.map((one) => ({ value: dayKey(one), label: format.dateWeekday(instantOf(one, 720, zone)) }))}
        value={day}
        onChange={moveDay}
      />
      <ChoiceChips
        label={t("place.time")}
        columns={4}
        choices={slots.map((slot) => ({ value: String(slot.at), label: format.time(slot.at) }))}
        value={at === null ? null : String(at)}
        onChange={(value) => setAt(Number(value))}
      />
      {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
      <ActionBar
        placement="inline"
        consequence={t("reschedule.consequenceAsk")}
        primary={{
          label: at === null ? t("reschedule.choose") : t("reschedule.ask", { time: format.dayTimeInside(at, now) }),
          disabled: !possible,
          loading: running === "proposeReschedule",
          onClick: () => at !== null && void run({ type: "proposeReschedule", startsAt: new Date(at).toISOString() }).then(onDone, () => undefined),
        }}
      />
    </div>
  );
}
