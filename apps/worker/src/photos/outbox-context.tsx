import { useTRPC } from "@lingong/client/react";
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useRef, useSyncExternalStore } from "react";
import type { PhotoOutbox, WaitingPhoto } from "./outbox.ts";

const flushEvery = 10_000;
const OutboxContext = createContext<PhotoOutbox | null>(null);

export interface PhotoOutboxProviderProps {
  readonly outbox: PhotoOutbox;
  readonly children: ReactNode;
}

/** Gives the screens the photos on their way; when one has arrived, its order is fetched anew. */
export function PhotoOutboxProvider({ outbox, children }: PhotoOutboxProviderProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const before = useRef(0);
  useEffect(
    () =>
      outbox.subscribe(() => {
        const count = outbox.waiting().length;
        if (count < before.current) void queryClient.invalidateQueries({ queryKey: trpc.orders.get.queryKey() });
        before.current = count;
      }),
    [outbox, queryClient, trpc],
  );
  useEffect(() => {
    const flush = () => void outbox.flush();
    const timer = setInterval(() => outbox.waiting().length > 0 && flush(), flushEvery);
    addEventListener("online", flush);
    return () => {
      clearInterval(timer);
      removeEventListener("online", flush);
    };
  }, [outbox]);
  return <OutboxContext value={outbox}>{children}</OutboxContext>;
}

export function usePhotoOutbox(): PhotoOutbox {
  const outbox = useContext(OutboxContext);
  if (outbox === null) throw new Error("usePhotoOutbox needs a PhotoOutboxProvider around it");
  return outbox;
}

/** Photos of an order that have not arrived yet. */
export function useKeptPhotos(orderId: string): readonly WaitingPhoto[] {
  const outbox = usePhotoOutbox();
  const all = useSyncExternalStore(outbox.subscribe, outbox.waiting, outbox.waiting);
  return all.filter((photo) => photo.orderId === orderId);
}

/** How many photos wait on this device. */
export function useWaitingPhotos(): number {
  const outbox = usePhotoOutbox();
  const count = () => outbox.waiting().length;
  return useSyncExternalStore(outbox.subscribe, count, count);
}
