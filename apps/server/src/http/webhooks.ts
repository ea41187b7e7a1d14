import type { PaymentEvent, PaymentProvider } from "@lingong/api";
import type { FastifyInstance } from "fastify";

export interface WebhookOptions {
  readonly payment: Pick<PaymentProvider, "verifyWebhook" | "webhookAnswer">;
  /** Books what a checked event says; a repeat changes nothing. */
  readonly receive: (event: PaymentEvent) => Promise<unknown>;
  readonly onRefused: (refusal: string) => void;
}

const largestBody = 65_536;
const statusOf = { signature_missing: 401, signature_wrong: 401, stale: 400, malformed: 400 } as const;

/**
 * What the payment provider reports. The signature is over the body's exact bytes, so nothing parses them before it is
 * checked. An event that could not be booked is answered with an error: the provider sends it again.
 */
export async function registerWebhooks(app: FastifyInstance, path: string, options: WebhookOptions): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: largestBody }, (_request, body, done) => done(null, body));
    scope.post(path, async (request, reply) => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]));
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const verdict = await options.payment.verifyWebhook({ headers, body });
      if (!verdict.ok) {
        options.onRefused(verdict.refusal);
        // What is signed but not for us is accepted, or the provider would send it for ever.
        if (verdict.refusal !== "unknown_event") return reply.code(statusOf[verdict.refusal]).send({ error: { code: verdict.refusal } });
      } else await options.receive(verdict.event);
      return reply.type("text/plain").send(options.payment.webhookAnswer);
    });
  });
}
