import { SessionProvider } from "@lingong/client/react";
import { NavigateProvider } from "@lingong/ui";
import { Outlet, useRouter } from "@tanstack/react-router";
import { ExpiredSheet } from "../session/expired-sheet.tsx";

/** Around every page: who is signed in, and the way back in when a session has ended. */
export function Root() {
  const router = useRouter();
  return (
    <NavigateProvider navigate={(href) => router.history.push(href)}>
      <SessionProvider>
        <Outlet />
        <ExpiredSheet />
      </SessionProvider>
    </NavigateProvider>
  );
}
