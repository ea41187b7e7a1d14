import { SessionProvider } from "@lingong/client/react";
import { AppFrame, NavigateProvider, TabBar, useFocusOnRoute } from "@lingong/ui";
import { Outlet, useMatches, useRouter } from "@tanstack/react-router";
import { AsideBar } from "../offer/aside-bar.tsx";
import { OfferWatch } from "../offer/offer-watch.tsx";
import { UpdatePrompt } from "../offline/update-prompt.tsx";
import { PositionReports } from "../position/position-reports.tsx";
import { ExpiredSheet } from "../session/expired-sheet.tsx";
import { Guard } from "../session/guard.tsx";
import { CityZone } from "./city-zone.tsx";
import { Connection } from "./connection.tsx";
import { placeOf, useTabs } from "./navigation-items.ts";
import classes from "./shell.module.css";
import { WorkerHeader } from "./worker-header.tsx";

/** Around every page: who is signed in, the header or the tab bar, the connection's bar, and the offers that arrive. */
export function Root() {
  const router = useRouter();
  return (
    <NavigateProvider navigate={(href) => router.history.push(href)}>
      <SessionProvider>
        <CityZone>
          <PositionReports>
            <OfferWatch>
              <Frame />
            </OfferWatch>
          </PositionReports>
        </CityZone>
        <ExpiredSheet />
        <UpdatePrompt />
      </SessionProvider>
    </NavigateProvider>
  );
}

function Frame() {
  const path = useMatches({ select: (matches) => matches.at(-1)?.pathname ?? "/" });
  const task = useMatches({ select: (matches) => matches.some((match) => match.staticData.task === true) });
  const access = useMatches({ select: (matches) => matches.at(-1)?.staticData.access ?? "registered" });
  const tabs = useTabs();
  const place = placeOf(path);
  useFocusOnRoute(path);
  return (
    <AppFrame
      header={<WorkerHeader current={place} />}
      tabBar={task ? undefined : <TabBar items={tabs} current={place} />}
      connection={
        <div className={classes.bars}>
          <Connection />
          <AsideBar />
        </div>
      }
    >
      <Guard access={access} path={path}>
        <Outlet />
      </Guard>
    </AppFrame>
  );
}
