import { SessionProvider } from "@lingong/client/react";
import { AppFrame, NavigateProvider, TabBar, useFocusOnRoute } from "@lingong/ui";
import { Outlet, useLocation, useMatches, useRouter } from "@tanstack/react-router";
import { ExpiredSheet } from "../session/expired-sheet.tsx";
import { Connection } from "./connection.tsx";
import { CustomerHeader } from "./customer-header.tsx";
import { placeOf, useTabs } from "./navigation-items.ts";
import classes from "./shell.module.css";

/** Around every page: who is signed in, the header or the tab bar, the connection's bar. */
export function Root() {
  const router = useRouter();
  return (
    <NavigateProvider navigate={(href) => router.history.push(href)}>
      <SessionProvider>
        <Frame />
        <ExpiredSheet />
      </SessionProvider>
    </NavigateProvider>
  );
}

function Frame() {
  const path = useLocation({ select: (location) => location.pathname });
  const task = useMatches({ select: (matches) => matches.some((match) => match.staticData.task === true) });
  const tabs = useTabs();
  const place = placeOf(path);
  useFocusOnRoute(path);
  return (
    <AppFrame
      header={<CustomerHeader current={place} />}
      tabBar={task ? undefined : <TabBar items={tabs} current={place} />}
      connection={
        <div className={classes.connection}>
          <Connection />
        </div>
      }
    >
      <Outlet />
    </AppFrame>
  );
}
