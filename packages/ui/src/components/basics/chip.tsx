import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./chip.module.css";
import { classNames } from "./class-names.ts";

/** accent: fine · neutral: information · warn: act · filled: the current state only · outline: a quiet fact · float: over a map. */
export type ChipTone = "accent" | "neutral" | "warn" | "filled" | "outline" | "float";

export interface ChipProps {
  readonly tone?: ChipTone;
  readonly icon?: Icon;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A 24 px pill: an icon and a word, never a colour alone. */
export function Chip({ tone = "neutral", icon: Glyph, children, className }: ChipProps) {
  return (
    <span className={classNames(classes.chip, classes[tone], className)}>
      {Glyph && <Glyph size={14} aria-hidden />}
      {children}
    </span>
  );
}
