import { type ReactNode, useRef } from "react";
import classes from "./photos.module.css";

export interface Camera {
  /** Opens the camera on a phone, the file chooser on a desk. */
  readonly open: () => void;
  /** To be put somewhere on the page. */
  readonly input: ReactNode;
}

/** A camera behind a button. */
export function useCamera(onPhoto: (file: File) => void): Camera {
  const field = useRef<HTMLInputElement>(null);
  return {
    open: () => field.current?.click(),
    input: (
      <input
        ref={field}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        capture="environment"
        className={classes.camera}
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          if (file !== undefined) onPhoto(file);
        }}
      />
    ),
  };
}
