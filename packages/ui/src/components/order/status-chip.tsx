import type { OrderState } from "@lingong/domain";
import {
  type Icon,
  IconCircleCheck,
  IconClock,
  IconClockX,
  IconGavel,
  IconMapPin,
  IconMessageDots,
  IconMoped,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconX,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Chip, type ChipTone } from "../basics/chip.tsx";

/** How a state looks: waiting is neutral with a clock, going on and well ended carry the accent. Only the picture, no rule. */
const looks: Readonly<Record<OrderState, { readonly tone: ChipTone; readonly icon: Icon }>> = {
  draft: { tone: "neutral", icon: IconPencil },
  quoting: { tone: "neutral", icon: IconMessageDots },
  awaiting_payment: { tone: "neutral", icon: IconClock },
  matching: { tone: "neutral", icon: IconClock },
  accepted: { tone: "accent", icon: IconCircleCheck },
  en_route: { tone: "accent", icon: IconMoped },
  arrived: { tone: "accent", icon: IconMapPin },
  in_service: { tone: "accent", icon: IconPlayerPlay },
  paused: { tone: "neutral", icon: IconPlayerPause },
  awaiting_confirmation: { tone: "neutral", icon: IconClock },
  disputed: { tone: "accent", icon: IconGavel },
  completed: { tone: "accent", icon: IconCircleCheck },
  resolved: { tone: "accent", icon: IconCircleCheck },
  cancelled: { tone: "neutral", icon: IconX },
  expired: { tone: "neutral", icon: IconClockX },
};

export interface StatusChipProps {
  readonly state: OrderState;
  /** filled: the live state of the screen's own order · warn: the person looking must act. */
  readonly emphasis?: "filled" | "warn";
}

/** An order's state as icon and word. */
export function StatusChip({ state, emphasis }: StatusChipProps) {
  const { t } = useTranslation("domain");
  const { tone, icon } = looks[state];
  return (
    <Chip tone={emphasis ?? tone} icon={icon}>
      {t(`orderState.${state}`)}
    </Chip>
  );
}
