import { Agent, request } from "node:http";

/** What is asked for, again and again. */
export interface Asked {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** One GET over a connection kept alive; resolves with the body's text. @throws when the answer is not 200. */
function get(agent: Agent, { url, headers }: Asked): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = request(url, { agent, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => {
        body += text;
      });
      response.on("error", reject);
      response.on("end", () => (response.statusCode === 200 ? resolve(body) : reject(new Error(`${url} answered ${response.statusCode}: ${body}`))));
    });
    call.on("error", reject);
    call.end();
  });
}

/** A fixed number of connections that ask again as soon as they are answered. */
export interface Load {
  /** Asks for about so long; `rate` is requests per second. */
  during(milliseconds: number): Promise<{ readonly answered: number; readonly rate: number }>;
  /** One answer, to look at. */
  once(): Promise<string>;
  close(): void;
}

export function openLoad(asked: Asked, connections: number): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    async during(milliseconds) {
      const began = performance.now();
      let answered = 0;
      const ask = async () => {
        while (performance.now() - began < milliseconds) {
          await get(agent, asked);
          answered += 1;
        }
      };
      await Promise.all(Array.from({ length: connections }, ask));
      return { answered, rate: (answered * 1_000) / (performance.now() - began) };
    },
    once: () => get(agent, asked),
    close: () => agent.destroy(),
  };
}
