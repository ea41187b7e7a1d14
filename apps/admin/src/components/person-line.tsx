import { AppLink, Avatar, TwoLines } from "@lingong/ui";
import type { ReactNode } from "react";
import { addressOf } from "../shell/address.ts";
import classes from "./person-line.module.css";

export interface PersonLineProps {
  readonly id: string;
  readonly name: string;
  readonly imageUrl?: string | null;
  readonly detail: ReactNode;
  readonly tone?: "accent" | "neutral";
}

/** A person in a panel: picture, name, what matters here; leads to their page. */
export function PersonLine({ id, name, imageUrl, detail, tone = "neutral" }: PersonLineProps) {
  return (
    <AppLink href={addressOf(`/people/${id}`)} className={classes.line}>
      <Avatar name={name} imageUrl={imageUrl} size={40} tone={tone} />
      <TwoLines size="dense" title={name} detail={detail} />
    </AppLink>
  );
}
