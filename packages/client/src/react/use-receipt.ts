import { useClient } from "./provider.tsx";

export interface ReceiptFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Fetches an ended order's receipt in a language, printed anew each time. */
export function useReceipt(orderId: string): (language: "zh-CN" | "en") => Promise<ReceiptFile> {
  const { api } = useClient();
  return async (language) => {
    const { fileName, contentType, base64 } = await api.orders.receipt.query({ orderId, language });
    return { fileName, contentType, bytes: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)) };
  };
}
