import { useTRPC } from "@lingong/client/react";
import { cityOf, type Position } from "@lingong/domain";
import { ActionBar, BottomSheet, ErrorAlert, knownErrorOf, MapView, useText } from "@lingong/ui";
import { Select } from "@mantine/core";
import { IconMapPin } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorker } from "../session/use-worker.ts";
import classes from "./position.module.css";

export interface PickPositionSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Where one is, by hand: a device that does not tell its place is no reason to get no work. */
export function PickPositionSheet({ opened, onClose }: PickPositionSheetProps) {
  const { t } = useTranslation("worker");
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t("position.pickTitle")}>
      <PickPosition onDone={onClose} />
    </BottomSheet>
  );
}

function PickPosition({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation("worker");
  const text = useText();
  const { me, worker } = useWorker();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const city = cityOf(me.cityId);
  const [start, setStart] = useState<Position | null>(worker.home ?? city?.centre ?? null);
  const [picked, setPicked] = useState<Position | null>(start);
  const report = useMutation(
    trpc.workers.reportPosition.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.workers.today.queryKey() });
        onDone();
      },
    }),
  );
  const goTo = (name: string | null) => {
    const centre = city?.districts.find((district) => district.name.zh === name)?.centre;
    if (centre === undefined) return;
    setStart(centre);
    setPicked(centre);
  };
  return (
    <div className={classes.pick}>
      <Select
        label={t("position.district")}
        placeholder={t("position.chooseDistrict")}
        data={(city?.districts ?? []).map(({ name }) => ({ value: name.zh, label: text(name) }))}
        onChange={goTo}
        searchable
      />
      {start !== null && (
        <div className={classes.map}>
          <MapView key={`${start.lat},${start.lng}`} label={t("position.map")} markers={[]} centre={start} zoom={15} onMoved={setPicked} />
          <IconMapPin size={40} className={classes.cross} aria-hidden />
        </div>
      )}
      <p className={classes.hint}>{t("position.moveMap")}</p>
      {report.error !== null && <ErrorAlert {...knownErrorOf(report.error)} />}
      <ActionBar
        placement="inline"
        primary={{
          label: t("position.use"),
          loading: report.isPending,
          disabled: picked === null,
          onClick: () => picked !== null && report.mutate({ position: picked }),
        }}
      />
    </div>
  );
}
