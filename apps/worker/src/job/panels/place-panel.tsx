import { BottomSheet, ListRow, ListRows, MapView, Panel, useDistrict } from "@lingong/ui";
import { IconDoor, IconMapPin, IconNavigation } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Job } from "../use-job.ts";

/** Where it is: the door, how to get in, and the way there in the phone's own map. Nothing for remote work. */
export function PlacePanel({ job: { order } }: { readonly job: Job }) {
  const { t } = useTranslation("worker");
  const district = useDistrict();
  const [open, setOpen] = useState(false);
  const { address } = order;
  return (
    <Panel dense>
      <ListRows>
        {address !== null && (
          <ListRow
            icon={IconMapPin}
            title={address.line ?? district(address.district)}
            detail={address.line === null ? t("place.districtOnly") : district(address.district)}
            onClick={() => setOpen(true)}
          />
        )}
        {address?.accessNotes && <ListRow icon={IconDoor} title={address.accessNotes} detail={t("place.access")} />}
      </ListRows>
      {address !== null && (
        <BottomSheet opened={open} onClose={() => setOpen(false)} title={address.line ?? address.district}>
          <MapView
            height="280px"
            label={t("place.map")}
            markers={
              address.visibility === "exact"
                ? [{ key: "place", position: address.position, name: address.line ?? address.district, icon: IconMapPin }]
                : []
            }
            circles={address.radiusMetres > 0 ? [{ key: "blur", kind: "blur", position: address.position, radiusMetres: address.radiusMetres }] : []}
            centre={address.position}
            zoom={16}
          />
          <ListRow
            icon={IconNavigation}
            title={t("place.navigate")}
            detail={t("place.navigateSecond")}
            onClick={() => location.assign(geoLink(address.position))}
          />
        </BottomSheet>
      )}
    </Panel>
  );
}

/** Opens the phone's own map application. */
function geoLink({ lat, lng }: { readonly lat: number; readonly lng: number }): string {
  return `geo:${lat},${lng}?q=${lat},${lng}`;
}
