import { useCity } from "@lingong/client/react";
import { CityMenu as Menu } from "@lingong/ui";
import classes from "./top-bar.module.css";
import { useDesk } from "./use-desk.ts";

/** Which city is watched. */
export function CityMenu() {
  const desk = useDesk();
  const look = desk ? ({ variant: "default", icons: { pin: 18, arrow: 16 } } as const) : ({ variant: "subtle", icons: { arrow: 16 } } as const);
  return <Menu choice={useCity()} position="bottom-end" className={classes.city} {...look} />;
}
