import { useEffect, useState } from "react";

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return ""; // storage may be forbidden; the text then lives as long as the page
  }
}

function write(key: string, text: string): void {
  try {
    if (text === "") localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // as above
  }
}

/** A text that survives closing the dialogue, the page or the browser, until it is sent (set to nothing). */
export function useDeviceDraft(name: string): readonly [string, (text: string) => void] {
  const key = `lingong.admin.draft.${name}`;
  const [text, setText] = useState(() => read(key));
  useEffect(() => write(key, text), [key, text]);
  return [text, setText];
}
