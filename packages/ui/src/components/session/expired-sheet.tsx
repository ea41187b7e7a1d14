import { IconCloudCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { BottomSheet } from "../states/confirm-sheet.tsx";
import classes from "./session.module.css";

export interface ExpiredSheetProps {
  readonly opened: boolean;
  /** Somebody does not sign in again. */
  readonly onLeave: () => void;
  readonly title: string;
  readonly lead?: string;
  /** What is kept, and for whom. */
  readonly kept: { readonly title: string; readonly text: string };
  /** The app's form to sign in. */
  readonly children: ReactNode;
}

/** The session is over, what is under it is kept: sign in and go on where one was. */
export function ExpiredSheet({ opened, onLeave, title, lead, kept, children }: ExpiredSheetProps) {
  return (
    <BottomSheet opened={opened} onClose={onLeave} title={title}>
      {lead !== undefined && <p className={classes.lead}>{lead}</p>}
      <div className={classes.kept}>
        <IconCloudCheck size={24} aria-hidden />
        <div>
          <b>{kept.title}</b>
          <span>{kept.text}</span>
        </div>
      </div>
      {children}
    </BottomSheet>
  );
}
