import { useMutation } from "@tanstack/react-query";
import type { LingongApi } from "../transport.ts";
import { useClient } from "./provider.tsx";

/**
 * A mutation that must happen once: its idempotency key belongs to what is wanted (`name` and input), is kept while it is
 * uncertain whether it happened, and is new for the next wish.
 */
export function useIntended<Input, Output>(name: string, call: (api: LingongApi, input: Input & { idempotencyKey: string }) => Promise<Output>) {
  const client = useClient();
  return useMutation<Output, unknown, Input>({
    mutationFn: (input) => client.intend([name, input], (idempotencyKey) => call(client.api, { ...input, idempotencyKey })),
  });
}
