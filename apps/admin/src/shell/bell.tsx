import { useCity, useTRPC } from "@lingong/client/react";
import { CountBadge } from "@lingong/ui";
import { ActionIcon, Popover } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBell } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { AlertList } from "../overview/alert-list.tsx";
import classes from "./top-bar.module.css";

/** The alerts of the watched city, wherever one is. */
export function Bell() {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const { cityId } = useCity();
  const [opened, { toggle, close }] = useDisclosure(false);
  const { data: overview } = useQuery(trpc.admin.overview.queryOptions({ cityId }));
  const count = overview?.alerts.length ?? 0;
  return (
    <Popover opened={opened} onDismiss={close} position="bottom-end" width={360} trapFocus withRoles shadow="md">
      <Popover.Target>
        <ActionIcon className={classes.bell} aria-label={t("alerts.count", { count })} onClick={toggle}>
          <IconBell size={22} aria-hidden />
          <span aria-hidden="true">
            <CountBadge count={count} className={classes.bellCount} />
          </span>
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <AlertList alerts={overview?.alerts ?? []} most={6} onOpen={close} />
      </Popover.Dropdown>
    </Popover>
  );
}
