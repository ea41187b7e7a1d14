import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { familyNameOf } from "../../format/phone.ts";
import { classNames } from "../basics/class-names.ts";
import classes from "./avatar.module.css";

export interface AvatarProps {
  readonly name: string;
  /** A picture the person uploaded. */
  readonly imageUrl?: string | null;
  readonly size?: number;
  /** accent for the other side one deals with, neutral for everyone else. */
  readonly tone?: "accent" | "neutral";
  readonly online?: boolean;
  readonly className?: string;
}

/** A person: the family name until they upload a picture. The name itself stands beside it, so it is hidden from readers. */
export function Avatar({ name, imageUrl, size = 44, tone = "accent", online, className }: AvatarProps) {
  const { t } = useTranslation("common");
  return (
    <span className={classNames(classes.avatar, classes[tone], className)} style={{ width: size, height: size, fontSize: Math.round(size * 0.4) }}>
      {imageUrl ? <img src={imageUrl} alt="" width={size} height={size} /> : <span aria-hidden="true">{familyNameOf(name)}</span>}
      {online && (
        <>
          <span className={classes.online} aria-hidden="true" />
          <VisuallyHidden>{t("people.online")}</VisuallyHidden>
        </>
      )}
    </span>
  );
}
