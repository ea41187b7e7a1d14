import type { ReactNode } from "react";
import classes from "./profile-head.module.css";

export interface ProfileHeadProps {
  readonly avatar: ReactNode;
  readonly name: string;
  readonly second: ReactNode;
}

/** Whose page this is. */
export function ProfileHead({ avatar, name, second }: ProfileHeadProps) {
  return (
    <div className={classes.head}>
      {avatar}
      <div>
        <div className={classes.name}>{name}</div>
        <div className={classes.second}>{second}</div>
      </div>
    </div>
  );
}
