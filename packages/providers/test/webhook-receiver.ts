import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { WebhookRequest } from "@lingong/api";

export interface WebhookReceiver {
  readonly url: string;
  /** Everything that arrived, oldest first. */
  readonly received: readonly (WebhookRequest & { readonly attempt: number })[];
  /** What the next requests are answered with; 204 when the list is used up. */
  answerWith(...statuses: readonly number[]): void;
  /** Waits until `count` requests have arrived, at most twenty seconds. */
  until(count: number): Promise<void>;
  close(): Promise<void>;
}

/** A merchant's server that writes down every webhook, bytes and headers. */
export async function startWebhookReceiver(port = 0): Promise<WebhookReceiver> {
  const received: (WebhookRequest & { attempt: number })[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      received.push({ headers, body: new Uint8Array(Buffer.concat(chunks)), attempt: Number(headers["x-gateway-attempt"]) });
      response.writeHead(answers.shift() ?? 204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/payment`,
    received,
    answerWith: (...statuses) => answers.push(...statuses),
    async until(count) {
      for (let waited = 0; received.length < count; waited += 20) {
        if (waited > 20_000) throw new Error(`${received.length} of ${count} webhooks arrived`);
        await pause(20);
      }
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
