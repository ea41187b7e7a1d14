import { distanceMetres, type Position } from "@lingong/domain";
import { MapView } from "@lingong/ui";
import { Button, TextInput } from "@mantine/core";
import { IconCurrentLocation, IconKeyboard, IconMapPinFilled } from "@tabler/icons-react";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { FieldHead } from "../../components/field-head.tsx";
import classes from "../new-order.module.css";
import { coordinatesOf, coordinatesText } from "./coordinates.ts";

export interface PlacePickerProps {
  /** Where the map begins while nothing was picked. */
  readonly around: Position;
  readonly position: Position | null;
  readonly onPick: (position: Position) => void;
}

const nothingMoved = 2;

/** The point under the pin: move the map by finger or arrow keys, use this device's place, or type coordinates. */
export function PlacePicker({ around, position, onPick }: PlacePickerProps) {
  const { t } = useTranslation("customer");
  const [view, setView] = useState(position ?? around);
  const [typing, setTyping] = useState(false);
  const { lat, lng } = around;
  const picked = position !== null;
  useEffect(() => {
    if (!picked) setView({ lat, lng });
  }, [picked, lat, lng]);
  const onMoved = useCallback(
    (centre: Position) => {
      if (distanceMetres(centre, view) < nothingMoved) return;
      onPick(rounded(centre));
    },
    [onPick, view],
  );
  const jump = (to: Position) => {
    setView(to);
    onPick(rounded(to));
  };
  return (
    <div>
      <FieldHead aside={position === null ? t("place.notPicked") : t("place.picked")}>{t("place.map")}</FieldHead>
      <div className={classes.map}>
        <MapView label={t("place.mapLabel")} markers={[]} centre={view} zoom={position === null ? 13 : 16} onMoved={onMoved} />
        <IconMapPinFilled size={40} className={classes.cross} aria-hidden />
      </div>
      <div className={classes.mapTools}>
        <UseMyPlace onPlace={jump} />
        <Button variant="subtle" leftSection={<IconKeyboard size={18} aria-hidden />} aria-expanded={typing} onClick={() => setTyping(!typing)}>
          {t("place.typeCoordinates")}
        </Button>
      </div>
      {typing && <Coordinates position={position} onPlace={jump} />}
    </div>
  );
}

/** About a metre: more digits would only pretend. */
function rounded({ lat, lng }: Position): Position {
  return { lat: Math.round(lat * 1e5) / 1e5, lng: Math.round(lng * 1e5) / 1e5 };
}

function UseMyPlace({ onPlace }: { readonly onPlace: (position: Position) => void }) {
  const { t } = useTranslation("customer");
  const [state, setState] = useState<"idle" | "asking" | "refused">("idle");
  const ask = () => {
    setState("asking");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState("idle");
        onPlace({ lat: coords.latitude, lng: coords.longitude });
      },
      () => setState("refused"),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 60_000 },
    );
  };
  return (
    <span>
      <Button variant="light" leftSection={<IconCurrentLocation size={18} aria-hidden />} loading={state === "asking"} onClick={ask}>
        {t("place.useMine")}
      </Button>
      {state === "refused" && (
        <span className={classes.text} role="status">
          {" "}
          {t("place.mineRefused")}
        </span>
      )}
    </span>
  );
}

function Coordinates({ position, onPlace }: { readonly position: Position | null; readonly onPlace: (position: Position) => void }) {
  const { t } = useTranslation("customer");
  const [text, setText] = useState(position === null ? "" : coordinatesText(position));
  const read = coordinatesOf(text);
  return (
    <TextInput
      label={t("place.coordinates")}
      placeholder="31.22150, 121.54470"
      value={text}
      error={text !== "" && read === null ? t("place.coordinatesWrong") : undefined}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => read !== null && onPlace(read)}
      onKeyDown={(event) => event.key === "Enter" && read !== null && onPlace(read)}
    />
  );
}
