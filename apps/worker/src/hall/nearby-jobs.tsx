import type { HallItem } from "@lingong/contracts";
import { CategoryTile, ListRow, ListRows, Panel, SideAmount, useFormat, useText } from "@lingong/ui";
import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useWhen } from "../offer/job-when.ts";
import { useHall } from "./use-hall.ts";

export interface NearbyJobsProps {
  /** The order one has just missed. */
  readonly except: string;
  /** Called before the way is taken. */
  readonly onOpen?: () => void;
}

const shown = 3;

/** What else is near in the hall: after an offer that ended, something to go on with. */
export function NearbyJobs({ except, onOpen }: NearbyJobsProps) {
  const { t } = useTranslation("worker");
  const hall = useHall({ sort: "distance", categoryId: null });
  const items = (hall.data?.pages[0]?.items ?? []).filter(({ orderId, quoting }) => orderId !== except && quoting === null).slice(0, shown);
  if (items.length === 0) return null;
  return (
    <Panel
      title={t("hall.nearby")}
      dense
      aside={
        <Button component={Link} to="/hall" variant="subtle" onClick={onOpen}>
          {t("hall.toHall")}
        </Button>
      }
    >
      <ListRows>
        {items.map((item) => (
          <Nearby key={item.orderId} item={item} onOpen={onOpen} />
        ))}
      </ListRows>
    </Panel>
  );
}

function Nearby({ item, onOpen }: { readonly item: HallItem; readonly onOpen: (() => void) | undefined }) {
  const { t } = useTranslation("worker");
  const text = useText();
  const format = useFormat(item.zone);
  const navigate = useNavigate();
  const { day, range } = useWhen(item);
  const where = item.distanceMetres === null ? t("offer.remote") : format.distance(item.distanceMetres);
  const open = () => {
    onOpen?.();
    void navigate({ to: "/hall/$orderId", params: { orderId: item.orderId } });
  };
  return (
    <ListRow
      onClick={open}
      lead={<CategoryTile icon={item.category.icon} />}
      title={text(item.category.name)}
      detail={`${day} ${range} · ${where}`}
      aside={<SideAmount label={t("money.net")} amount={format.money(item.netFen)} />}
    />
  );
}
