import { HOUR, type Instant } from "@lingong/domain";
import { Chip, useFormat, useServerNow } from "@lingong/ui";
import { IconClock, IconClockExclamation } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

/** How long something may still wait; the warning from four hours on, and when it is over. */
export function QueueClock({ dueAt }: { readonly dueAt: Instant }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const left = dueAt - useServerNow(1_000);
  if (left <= 0) {
    return (
      <Chip tone="warn" icon={IconClockExclamation}>
        {t("queues.late", { time: format.lasted(-left) })}
      </Chip>
    );
  }
  return (
    <Chip tone={left < 4 * HOUR ? "warn" : "neutral"} icon={IconClock}>
      {t("queues.still", { time: left < HOUR ? format.countdown(left) : format.lasted(left) })}
    </Chip>
  );
}
