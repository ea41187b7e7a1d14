import { useCity, useTRPC } from "@lingong/client/react";
import type { CategoryCard, WorkerProfile } from "@lingong/contracts";
import { defaultPolicy, leastRate, MINUTE, timeAmount } from "@lingong/domain";
import { useServerClock, useServerNow } from "@lingong/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { writeDraft } from "../new-order/draft/device-drafts.ts";
import { emptyForm, type OrderForm, termsOf } from "../new-order/form/order-form.ts";
import { durationChoices } from "../new-order/form/slots.ts";

const yuan = 100;

/** What they have done most of is most probably what one comes for. */
function mostDone({ services }: WorkerProfile, offered: readonly CategoryCard[]): string | undefined {
  const done = (id: string) => services.find(({ category }) => category.id === id)?.completedOrders ?? 0;
  return offered.toSorted((a, b) => done(b.id) - done(a.id))[0]?.id;
}

/** A booking of one worker by name as it is put together, and what it would come to. */
export function useBooking(profile: WorkerProfile, offered: readonly CategoryCard[]) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const readClock = useServerClock();
  const now = useServerNow(MINUTE);
  const { cityId, city } = useCity();
  const [categoryId, setCategory] = useState(() => mostDone(profile, offered));
  const category = offered.find(({ id }) => id === categoryId) ?? (offered[0] as CategoryCard);
  const [wantedMinutes, setMinutes] = useState<number | null>(null);
  const [startsAt, setStartsAt] = useState<number | null>(null);
  const choices = durationChoices(category.minimumMinutes, category.usualMinutes);
  const minutes = wantedMinutes !== null && choices.includes(wantedMinutes) ? wantedMinutes : category.usualMinutes;
  /** What it last cost, else the market's middle in whole yuan; never below what the city's minimum wage asks. */
  const rateOf = (id: string) => {
    const service = profile.services.find((one) => one.category.id === id);
    const plan = offered.find((one) => one.id === id)?.plan ?? category.plan;
    const usual = service?.rateFenPerHour ?? Math.ceil((service?.band.p50Fen ?? 0) / yuan) * yuan;
    return Math.max(usual, leastRate(plan, city?.minimumWageFen ?? 0, defaultPolicy));
  };
  const rateFen = rateOf(category.id);
  const form: OrderForm = {
    ...emptyForm(category.id, cityId),
    startsAt: startsAt === null ? null : new Date(startsAt).toISOString(),
    minutes,
    rateFenPerHour: rateFen,
    direct: { workerId: profile.id, name: profile.name, ifRefused: "open" },
  };
  const terms = termsOf(form, { mode: category.mode, minutes, rateFenPerHour: rateFen });
  const preview = useQuery(trpc.orders.preview.queryOptions({ terms }, { placeholderData: keepPreviousData, staleTime: 30_000 }));
  const begin = () => {
    const id = crypto.randomUUID();
    writeDraft({ id, form, step: "scope", savedAt: readClock() });
    void navigate({ to: "/new/$draftId/$step", params: { draftId: id, step: "scope" } });
  };
  return {
    now,
    category,
    setCategory,
    minutes,
    setMinutes,
    choices,
    startsAt,
    setStartsAt,
    rateOf,
    rateFen,
    amountFen: timeAmount(rateFen, minutes, 1),
    preview: preview.data,
    begin,
  };
}

export type Booking = ReturnType<typeof useBooking>;
