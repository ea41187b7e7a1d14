import { type Fen, HOUR, type Instant, MINUTE } from "@lingong/domain";
import { VisuallyHidden } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import { IconCircleCheck, IconCoffee, IconMoped } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";
import { useLargeType } from "../../theme/large-type.ts";
import { useServerNow } from "../../time/server-clock.tsx";
import { classNames } from "../basics/class-names.ts";
import classes from "./day-line.module.css";

export interface DayBlock {
  readonly key: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly kind: "done" | "next" | "later" | "rest" | "buffer";
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** Net pay, at the right. */
  readonly fen?: Fen;
  readonly onOpen?: () => void;
}

export interface DayLineProps {
  readonly from: Instant;
  readonly to: Instant;
  readonly blocks: readonly DayBlock[];
  /** Hours between the figures of the scale. */
  readonly every?: number;
  readonly pixelsPerHour?: number;
}

const icons: Readonly<Record<DayBlock["kind"], Icon | null>> = {
  done: IconCircleCheck,
  next: null,
  later: null,
  rest: IconCoffee,
  buffer: IconMoped,
};

/** Pixels of height under which no line of text fits: it is then there for readers only. */
const tinyBelow = 20;

/** A worker's day on an hour scale: orders, rest and buffers to scale, now as a mark in the gutter. */
export function DayLine({ from, to, blocks, every = 2, pixelsPerHour = 30 }: DayLineProps) {
  const { t } = useTranslation("common");
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const { large } = useLargeType();
  const scale = large ? pixelsPerHour * 1.6 : pixelsPerHour;
  const at = (instant: Instant) => ((instant - from) / HOUR) * scale;
  const hours: Instant[] = [];
  for (let hour = Math.ceil(from / HOUR) * HOUR; hour <= to; hour += every * HOUR) hours.push(hour);
  const inside = now >= from && now <= to;
  return (
    <div className={classes.day} style={{ height: at(to) + 24 }}>
      <div aria-hidden="true">
        {hours.map((hour) => (
          <span key={hour} className={classes.hour} style={{ top: at(hour), opacity: inside && Math.abs(at(hour) - at(now)) < 15 ? 0 : 1 }}>
            {format.time(hour)}
          </span>
        ))}
      </div>
      {inside && (
        <span className={classes.now} style={{ top: at(now) }}>
          <b aria-hidden="true">{format.time(now)}</b>
          <VisuallyHidden component="span">{t("dayLine.now", { time: format.time(now) })}</VisuallyHidden>
        </span>
      )}
      <ol aria-label={t("dayLine.label", { from: format.time(from), to: format.time(to) })}>
        {blocks.map((block) => (
          <li key={block.key} className={classes.slot} style={{ top: at(block.from) + 1, height: at(block.to) - at(block.from) - 2 }}>
            <Block block={block} tiny={at(block.to) - at(block.from) < tinyBelow} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Block({ block, tiny }: { readonly block: DayBlock; readonly tiny: boolean }) {
  const { t } = useTranslation("common");
  const format = useFormat();
  const Glyph = icons[block.kind];
  const content = (
    <>
      {Glyph && <Glyph size={18} aria-hidden className={classes.icon} />}
      <span className={classes.text}>
        <VisuallyHidden component="span">{t(`dayLine.${block.kind}`)} </VisuallyHidden>
        <span className={classes.title}>{block.title}</span>
        {block.detail !== undefined && <span className={classes.detail}>{block.detail}</span>}
      </span>
      {block.fen !== undefined && <b className={classes.money}>{format.money(block.fen)}</b>}
    </>
  );
  const className = classNames(classes.block, classes[block.kind], tiny && classes.tiny);
  if (block.onOpen === undefined) return <div className={className}>{content}</div>;
  return (
    <button type="button" className={className} onClick={block.onOpen}>
      {content}
    </button>
  );
}
