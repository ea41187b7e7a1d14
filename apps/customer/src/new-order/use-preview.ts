import { useTRPC } from "@lingong/client/react";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useWizard } from "./draft/draft-context.tsx";
import { termsOf } from "./form/order-form.ts";

const quietFor = 250;

/** What the server would charge, hold, split and have signed for the form as it stands. */
export function usePreview() {
  const trpc = useTRPC();
  const { draft, suggestion } = useWizard();
  const { form } = draft;
  const terms = useMemo(() => termsOf(form, suggestion), [form, suggestion]);
  const [settled] = useDebouncedValue(terms, quietFor);
  const query = useQuery(trpc.orders.preview.queryOptions({ terms: settled }, { placeholderData: keepPreviousData, staleTime: 30_000 }));
  /** Whether what is shown belongs to the form as it is now. */
  const current = settled === terms && !query.isPlaceholderData && query.isSuccess;
  return { ...query, terms, current };
}
