import { useCity } from "@lingong/client/react";
import { AdminFrame, useFocusOnRoute, ZoneProvider } from "@lingong/ui";
import { Outlet, useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { ClockPanel } from "../clock/clock-panel.tsx";
import { GlobalKeys } from "../keyboard/global-keys.tsx";
import { PaletteProvider } from "../search/palette-provider.tsx";
import { AccountButton } from "./account-button.tsx";
import { addressOf } from "./address.ts";
import classes from "./admin-page.module.css";
import { Connection } from "./connection.tsx";
import { placeOf } from "./place-of.ts";
import { TopSlotProvider } from "./top-slot.tsx";
import { useSidebar } from "./use-sidebar.ts";

/** The frame of everybody who is signed in: sidebar, top bar, search, keys; pages fill the rest. */
export function AdminShell() {
  const path = useLocation({ select: (location) => location.pathname });
  const [slot, setSlot] = useState<HTMLDivElement | null>(null);
  const groups = useSidebar();
  const { zone } = useCity();
  const place = placeOf(path);
  useFocusOnRoute(path);
  return (
    <ZoneProvider zone={zone}>
      <PaletteProvider>
        <GlobalKeys />
        <AdminFrame
          homeHref={addressOf("/")}
          groups={groups}
          current={place}
          account={
            <>
              <ClockPanel />
              <AccountButton current={place === "me"} />
            </>
          }
          top={<div ref={setSlot} className={classes.slot} />}
          connection={<Connection />}
        >
          <TopSlotProvider value={slot}>
            <Outlet />
          </TopSlotProvider>
        </AdminFrame>
      </PaletteProvider>
    </ZoneProvider>
  );
}
