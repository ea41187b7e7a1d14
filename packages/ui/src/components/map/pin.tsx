import { classNames } from "../basics/class-names.ts";
import classes from "./map.module.css";
import type { MapMarker } from "./map-types.tsx";

/** One place on a map: a round with an icon, a pill with a text, or a cluster with its count. */
export function Pin({ marker }: { readonly marker: MapMarker }) {
  const { icon: Glyph, text, name, tone = "accent", size, named, onOpen } = marker;
  const round = text === undefined || size !== undefined;
  const look = classNames(round ? classes.round : classes.pill, classes[`pin-${tone}`]);
  const diameter = size ?? 36;
  const style = round ? { width: diameter, height: diameter, fontSize: Math.max(12, diameter * 0.32) } : undefined;
  const inside = (
    <>
      {Glyph && <Glyph size={round ? Math.round(diameter * 0.5) : 16} aria-hidden />}
      {text !== undefined && <span aria-hidden="true">{text}</span>}
    </>
  );
  return (
    <span className={classes.pin}>
      {named && (
        <span className={classes.pinName} aria-hidden="true">
          {name}
        </span>
      )}
      {onOpen ? (
        <button type="button" className={look} style={style} aria-label={name} onClick={onOpen}>
          {inside}
        </button>
      ) : (
        <span className={look} style={style} role="img" aria-label={name}>
          {inside}
        </span>
      )}
    </span>
  );
}
