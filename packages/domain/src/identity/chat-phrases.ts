export type PhraseKind = "code_request" | "outside_payment" | "money_for_stars";

const code = "(?:验证码|校验码|确认码|动态码|动态密码|验证短信|驗證碼|校驗碼)";
const app = "(?:微信|支付宝|vx|wx|v信|威信|薇信|qq钱包)";
const means = `(?:${app}|现金|现钱|银行卡|收款码|付款码|红包)`;
const praise = "(?:好评|五星|5星|五颗星|5颗星|满分|改评|改评价|删差评|删评|撤差评)";
const reward = "(?:返现|返钱|返利|返你|红包|退你|退款|优惠|减免|便宜|打折|奖励|补偿你|送你|转你|转给你|给你\\d+|给你钱|\\d+(?:块|元))";

/** Each kind's ways of saying it: Chinese on the text without spaces, English on the text as words. */
const phrases: Readonly<Record<PhraseKind, { readonly squeezed: readonly RegExp[]; readonly spaced: readonly RegExp[] }>> = {
  code_request: {
    squeezed: [
      new RegExp(`(?:发|给|告诉|报|念|说|提供|转发|回复|需要|要|看)[^，,。]{0,8}${code}`, "u"),
      new RegExp(`${code}[^。]{0,8}(?:发|给|告诉|报|念|说|转|多少|是什么|是几|拿来)`, "u"),
    ],
    spaced: [
      /\b(?:send|tell|give|share|forward|read|text|need|what(?:'?s| is))\b.{0,30}\b(?:(?:verification|security|sms|one[- ]?time|login|confirmation)\s*(?:code|password|pin)|otp)\b/u,
    ],
  },
  outside_payment: {
    squeezed: [
      new RegExp(`${means}[^，,。]{0,5}(?:转|付|支付|结|收款|打钱|给钱|给我|发我|交易)`, "u"),
      new RegExp(`(?:转|付|结|打钱|扫|给)[^，,。]{0,6}${means}`, "u"),
      /(?:私下|私底下|线下)[^。]{0,6}(?:付|转|交易|结|给钱|算|收)/u,
      /(?:不走|绕过|绕开|避开|跳过|不通过|不经过)平台|平台外|平台以外/u,
    ],
    spaced: [
      /\b(?:pay|paid|paying|payment|transfer|send|settle)\b.{0,25}\b(?:cash|wechat|alipay|venmo|paypal|bank transfer|directly)\b/u,
      /\b(?:outside|off|around|without|bypass)\s+(?:of\s+)?(?:the\s+|this\s+)?(?:app|platform|site)\b/u,
    ],
  },
  money_for_stars: {
    squeezed: [new RegExp(`${praise}[^。]{0,10}${reward}`, "u"), new RegExp(`${reward}[^。]{0,10}${praise}`, "u")],
    spaced: [
      /\b(?:five|5)[- ]?stars?\b.{0,40}\b(?:refund|discount|cash|money|yuan|reward|gift|pay|off)\b/u,
      /\b(?:refund|discount|cash|money|yuan|reward|gift|pay)\b.{0,40}\b(?:(?:five|5)[- ]?stars?|good review|positive review)\b/u,
    ],
  },
};

/** Someone who warns is not someone who asks: "never tell anyone the code". */
const negated = /(?:不要|不用|不需要|别|勿|不会|不能|不得|不可|不许|从不|绝不|禁止|拒绝)[^，,。]{0,5}$/u;
const negatedInWords = /\b(?:never|don'?t|do not|must not|should not|won'?t|will not|not)\b[^.,]{0,25}$/u;

/** The sentences of a text, without anything that could be put between the letters of a word. */
function squeezedSentences(text: string): readonly string[] {
  const squeezed = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s\p{Cf}\p{M}._·•*~\-|/\\+'"“”()[\]【】]/gu, "");
  return squeezed.split(/[。!?;！？；]/u);
}

function spacedSentences(text: string): readonly string[] {
  const spaced = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll("’", "'")
    .replaceAll(/\s+/gu, " ");
  return spaced.split(/[.。!?;！？；]/u);
}

function says(sentence: string, patterns: readonly RegExp[], negation: RegExp): boolean {
  return patterns.some((pattern) => {
    const match = pattern.exec(sentence);
    return match !== null && !negation.test(sentence.slice(0, match.index + 1));
  });
}

/** Which of the three things a message says, in either language, whatever stands between its letters (§9). */
export function phrasesIn(text: string): readonly PhraseKind[] {
  const squeezed = squeezedSentences(text);
  const spaced = spacedSentences(text);
  const kinds: readonly PhraseKind[] = ["code_request", "outside_payment", "money_for_stars"];
  return kinds.filter(
    (kind) =>
      squeezed.some((sentence) => says(sentence, phrases[kind].squeezed, negated)) ||
      spaced.some((sentence) => says(sentence, phrases[kind].spaced, negatedInWords)),
  );
}
