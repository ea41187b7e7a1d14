import { useTRPC } from "@lingong/client/react";
import type { OfferCard } from "@lingong/contracts";
import { Loading, SkeletonLine, useFormat, useText } from "@lingong/ui";
import { Modal, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { createContext, type Dispatch, lazy, type ReactNode, Suspense, useContext, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useIsWorking } from "../session/use-worker.ts";
import classes from "./offer.module.css";
import { emptyQueue, type OfferQueue, type OfferQueueEvent, offerQueue } from "./offer-queue.ts";
import { ringOnce, useRing } from "./sound.ts";
import { showSystemNotice } from "./system-notice.ts";

const ringEvery = 2_500;
const noOffers: readonly OfferCard[] = [];
const OfferScreen = lazy(async () => ({ default: (await import("./offer-screen.tsx")).OfferScreen }));

interface Watch {
  readonly queue: OfferQueue;
  readonly offers: readonly OfferCard[];
  readonly tell: Dispatch<OfferQueueEvent>;
}

const WatchContext = createContext<Watch>({ queue: emptyQueue, offers: [], tell: () => undefined });

/** The offers that are open, and which of them has the screen. */
export function useOfferWatch(): Watch {
  return useContext(WatchContext);
}

/** Wherever one is in the app: a new offer takes the screen, rings, and is announced; several come one after the other. */
export function OfferWatch({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation("worker");
  const working = useIsWorking();
  const trpc = useTRPC();
  const [queue, tell] = useReducer(offerQueue, emptyQueue);
  const { data: offers = noOffers } = useQuery(trpc.offers.open.queryOptions(undefined, { enabled: working }));
  useEffect(() => tell({ type: "arrived", offers }), [offers]);
  useOpenedFromNotice();
  const announced = useAnnouncements(offers);
  useRinging(queue, offers);
  useEffect(() => {
    // At hand before the first offer comes: an offer has sixty seconds.
    if (working) void import("./offer-screen.tsx");
  }, [working]);
  const watch = useMemo(() => ({ queue, offers, tell }), [queue, offers]);
  const showing = working ? queue.showing : null;
  return (
    <WatchContext value={watch}>
      {children}
      <VisuallyHidden role="alert">{announced}</VisuallyHidden>
      <Modal
        opened={showing !== null}
        onClose={() => showing !== null && tell({ type: "aside", id: showing })}
        fullScreen
        withCloseButton={false}
        padding={0}
        transitionProps={{ duration: 120, transition: "fade" }}
        attributes={{ content: { "aria-label": t("offer.dialog") } }}
        classNames={{ content: classes.dialog, body: classes.dialogBody }}
      >
        {showing !== null && (
          <Suspense
            fallback={
              <Loading>
                <SkeletonLine height={240} />
              </Loading>
            }
          >
            <OfferScreen
              key={showing}
              offerId={showing}
              onAside={() => tell({ type: "aside", id: showing })}
              onDone={() => tell({ type: "done", id: showing })}
            />
          </Suspense>
        )}
      </Modal>
    </WatchContext>
  );
}

/** One sentence for each new offer, for those who do not see the screen change. */
function useAnnouncements(offers: readonly OfferCard[]): string {
  const { t } = useTranslation("worker");
  const text = useText();
  const format = useFormat();
  const known = useRef(new Set<string>());
  const [announced, setAnnounced] = useState("");
  useEffect(() => {
    const fresh = offers.filter(({ id }) => !known.current.has(id));
    known.current = new Set(offers.map(({ id }) => id));
    const newest = fresh[0];
    if (newest === undefined) return;
    const what = text(newest.category.name);
    const net = format.money(newest.netFen);
    const where = newest.distanceMetres === null ? t("offer.remote") : format.distance(newest.distanceMetres);
    setAnnounced(t("offer.announce", { what, net, where }));
    void showSystemNotice({ offerId: newest.id, title: t("offer.noticeTitle", { what }), body: t("offer.noticeBody", { net, where }) });
  }, [offers, t, text, format]);
  return announced;
}

/** Rings while an unanswered offer has the screen, if this device may and the worker wants it. */
function useRinging({ showing }: OfferQueue, offers: readonly OfferCard[]): void {
  const { on } = useRing();
  const open = showing !== null && offers.some(({ id }) => id === showing);
  useEffect(() => {
    if (!open || !on) return;
    ringOnce();
    const timer = setInterval(ringOnce, ringEvery);
    return () => clearInterval(timer);
  }, [open, on]);
}

/** A tap on the phone's notice opens its page. */
function useOpenedFromNotice(): void {
  const router = useRouter();
  useEffect(() => {
    const onMessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data === "object" && data !== null && "open" in data && typeof data.open === "string") router.history.push(data.open);
    };
    navigator.serviceWorker?.addEventListener("message", onMessage);
    return () => navigator.serviceWorker?.removeEventListener("message", onMessage);
  }, [router]);
}
