import { defaultPolicy, type Position } from "@lingong/domain";
import { ActionBar, BottomSheet, MapView, useFormat } from "@lingong/ui";
import { Button, Slider } from "@mantine/core";
import { IconCurrentLocation, IconHome } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { currentPosition } from "../position/current-position.ts";
import classes from "./settings.module.css";
import type { ChangeSettings } from "./use-settings.ts";

const { radiusLeastKm, radiusMostKm } = defaultPolicy.dispatch;

export interface RangeSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly start: Position | null;
  readonly radiusKm: number;
  readonly onSave: ChangeSettings;
}

/** Where one starts from, and how far one goes. */
export function RangeSheet({ opened, onClose, ...range }: RangeSheetProps) {
  const { t } = useTranslation("worker");
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t("range.title")}>
      <Range
        {...range}
        onSave={(change) => {
          range.onSave(change);
          onClose();
        }}
      />
    </BottomSheet>
  );
}

function Range({ start, radiusKm, onSave }: Pick<RangeSheetProps, "start" | "radiusKm" | "onSave">) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const [from, setFrom] = useState(start);
  const [centre, setCentre] = useState(start);
  const [radius, setRadius] = useState(radiusKm);
  const goHere = async () => {
    const here = await currentPosition();
    if (here === null) return;
    setFrom(here);
    setCentre(here);
  };
  return (
    <div className={classes.range}>
      <div className={classes.rangePick}>
        {from !== null && (
          <MapView
            key={`${from.lat},${from.lng}`}
            label={t("range.map")}
            markers={[]}
            circles={centre === null ? [] : [{ key: "radius", position: centre, radiusMetres: radius * 1_000, kind: "radius" }]}
            centre={from}
            zoom={12}
            onMoved={setCentre}
          />
        )}
        <span className={classes.pin} aria-hidden="true">
          <IconHome size={20} />
        </span>
      </div>
      <div className={classes.pickRow}>
        <span className={classes.hint}>{t("range.moveMap")}</span>
        <Button variant="subtle" leftSection={<IconCurrentLocation size={20} aria-hidden />} onClick={() => void goHere()}>
          {t("range.here")}
        </Button>
      </div>
      <div className={classes.radiusHead}>
        <span>{t("range.radius")}</span>
        <b>{format.distance(radius * 1_000)}</b>
      </div>
      <Slider
        value={radius}
        onChange={setRadius}
        min={radiusLeastKm}
        max={radiusMostKm}
        size="lg"
        thumbSize={28}
        label={null}
        thumbLabel={t("range.radius")}
        scale={(value) => value}
        classNames={{ root: classes.slider }}
      />
      <p className={classes.hint}>{t("range.hardLimit")}</p>
      <ActionBar
        placement="inline"
        primary={{ label: t("range.save"), disabled: centre === null, onClick: () => centre !== null && onSave({ home: centre, radiusKm: radius }) }}
      />
    </div>
  );
}
