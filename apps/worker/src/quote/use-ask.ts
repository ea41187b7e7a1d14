import { useIntended, useTRPC } from "@lingong/client/react";
import type { QuoteJob } from "@lingong/contracts";
import { defaultPolicy, type Fen, leastBargain } from "@lingong/domain";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

const quietFor = 200;

/** The price being named: ask and floor in fen an hour, and what the server says they would bring. */
export function useAsk(data: QuoteJob, orderId: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { mine, leastAskFen, suggestedAskFen } = data;
  const [ask, setAsk] = useState<Fen>(mine?.askFenPerHour ?? suggestedAskFen);
  const [wished, setFloor] = useState<Fen | null>(mine?.floorFenPerHour ?? null);
  const leastFloor = leastBargain({ askFenPerHour: ask, leastRateFen: leastAskFen }, defaultPolicy);
  // A floor follows a changed ask into its bounds; at the ask itself there is none.
  const floor = wished === null || wished >= ask ? null : Math.max(wished, leastFloor);
  const [settled] = useDebouncedValue(`${ask} ${floor ?? ""}`, quietFor);
  const input = { orderId, askFenPerHour: ask, floorFenPerHour: floor };
  const current = settled === `${ask} ${floor ?? ""}`;
  const preview = useQuery(trpc.quotes.preview.queryOptions(input, { enabled: current, placeholderData: keepPreviousData, staleTime: 30_000 }));
  const send = useIntended<typeof input, QuoteJob>("ask", (api, wanted) => api.quotes.ask.mutate(wanted));
  const exact = current && !preview.isPlaceholderData ? preview.data : undefined;
  return {
    ask,
    setAsk: (fen: Fen) => setAsk(Math.max(0, Math.round(fen))),
    floor,
    setFloor,
    leastFloor,
    preview: preview.data,
    /** The preview is the one of exactly this price, and nothing stands against it. */
    ready: exact !== undefined && exact.problem === null,
    problem: exact?.problem ?? null,
    changed: mine === null || ask !== mine.askFenPerHour || floor !== mine.floorFenPerHour,
    send: () => send.mutate(input, { onSuccess: (answer) => queryClient.setQueryData(trpc.quotes.job.queryKey({ orderId }), answer) }),
    sending: send.isPending,
    error: send.error,
  };
}

export type Asking = ReturnType<typeof useAsk>;
