import { useCity } from "@lingong/client/react";
import { CityMenu as Menu } from "@lingong/ui";
import classes from "./shell.module.css";

const looks = {
  title: { className: classes.cityTitle, icons: { pin: 22, arrow: 20 } },
  header: { className: classes.cityHeader, icons: { pin: 18, arrow: 16 } },
} as const;

export interface CityMenuProps {
  /** header: small and quiet on a desk · title: the heading of a phone's home. */
  readonly look: keyof typeof looks;
}

/** Which city one looks for help in. */
export function CityMenu({ look }: CityMenuProps) {
  return <Menu choice={useCity()} position="bottom-start" variant="transparent" {...looks[look]} />;
}
