import classes from "./keys.module.css";

const isApple = typeof navigator !== "undefined" && /mac|iphone|ipad/i.test(navigator.userAgent);
const named: Readonly<Record<string, string>> = { mod: isApple ? "⌘" : "Ctrl", shift: "⇧", enter: "↵", escape: "Esc", up: "↑", down: "↓" };

export interface KeysProps {
  /** `["mod", "K"]` is pressed together; `["G", "O"]` one after the other is two elements. */
  readonly keys: readonly string[];
}

/** Keys as they are printed on the keyboard. Only a picture: the words beside it say what they do. */
export function Keys({ keys }: KeysProps) {
  return (
    <span className={classes.keys} aria-hidden="true">
      {keys.map((key) => named[key] ?? key).join(" ")}
    </span>
  );
}
