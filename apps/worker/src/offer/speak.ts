/** Reads a text aloud with the device's own voice; a second tap begins anew. Silent where there is none. */
export function speak(text: string, language: string): void {
  if (!("speechSynthesis" in globalThis)) return;
  speechSynthesis.cancel();
  const spoken = new SpeechSynthesisUtterance(text);
  spoken.lang = language;
  speechSynthesis.speak(spoken);
}
