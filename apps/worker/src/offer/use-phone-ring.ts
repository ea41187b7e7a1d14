import { useTRPC } from "@lingong/client/react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";

/** This browser's address at its push service, made now if there is none. Null: it cannot be rung. */
async function pushAddress(publicKey: string): Promise<PushSubscriptionJSON | null> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration?.pushManager === undefined) return null;
  const known = await registration.pushManager.getSubscription();
  const subscription = known ?? (await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey }));
  return subscription.toJSON();
}

/** Lets the server ring this phone while the app is closed: where the person allowed it, for as long as the session lasts. */
export function usePhoneRing(wanted: boolean): void {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.notifications.pushKey.queryOptions(undefined, { enabled: wanted, staleTime: Number.POSITIVE_INFINITY }));
  const { mutate } = useMutation(trpc.notifications.subscribePush.mutationOptions());
  const publicKey = wanted ? (data?.publicKey ?? null) : null;
  useEffect(() => {
    if (publicKey === null) return;
    pushAddress(publicKey).then(
      (address) => {
        const { p256dh, auth } = address?.keys ?? {};
        if (address?.endpoint !== undefined && p256dh !== undefined && auth !== undefined)
          mutate({ endpoint: address.endpoint, keys: { p256dh, auth } });
      },
      () => undefined, // the browser has no push service: offers come while the app is open
    );
  }, [publicKey, mutate]);
}
