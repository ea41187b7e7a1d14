/** What the server rings this phone with (`PushMessage` of the server's port). */
interface Ring {
  readonly kind: "offer" | "notice";
  readonly id: string;
  readonly locale: string;
}

/** The few words a closed app needs; they lie here since the service worker carries no translations of the app. */
const words = {
  "zh-CN": {
    offer: { title: "新订单，等你决定", body: "点开看到手多少、多远，再决定接不接" },
    notice: { title: "你的订单有新进展", body: "点开查看" },
  },
  en: {
    offer: { title: "A new offer waits for you", body: "Open it to see the pay and the way, then decide" },
    notice: { title: "News about your orders", body: "Open to read" },
  },
} as const;

export interface RingNotice {
  readonly title: string;
  readonly body: string;
  /** One notice per offer: the page shows its own under the same tag. */
  readonly tag: string;
  /** Where a tap leads. */
  readonly address: string;
  readonly urgent: boolean;
}

function isRing(value: unknown): value is Ring {
  if (typeof value !== "object" || value === null || !("kind" in value) || !("id" in value) || !("locale" in value)) return false;
  const { kind, id, locale } = value;
  return (kind === "offer" || kind === "notice") && typeof id === "string" && /^[\w-]{1,64}$/.test(id) && typeof locale === "string";
}

/** What to show for a pushed text, in the app that lives under `base`; whatever cannot be read is still news. */
export function noticeOf(text: string, base: string): RingNotice {
  let ring: unknown;
  try {
    ring = JSON.parse(text);
  } catch {
    ring = null;
  }
  const { kind, id, locale } = isRing(ring) ? ring : ({ kind: "notice", id: "notice", locale: "zh-CN" } as const);
  const language = locale.startsWith("en") ? "en" : "zh-CN";
  const urgent = kind === "offer";
  return { ...words[language][kind], tag: urgent ? id : "notice", address: urgent ? `${base}offers/${id}` : `${base}notifications`, urgent };
}
