import { IconFileTypePdf } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./photos.module.css";

/** A document between photos: nothing of it is drawn, its name says what it is. */
export function DocumentTile({ children }: { readonly children: ReactNode }) {
  return (
    <div className={classes.document}>
      <IconFileTypePdf size={28} aria-hidden />
      <span>{children}</span>
    </div>
  );
}
