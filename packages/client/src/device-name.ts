const browsers: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/MicroMessenger/, "WeChat"],
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/Firefox\//, "Firefox"],
  [/(Chrome|CriOS|Chromium)\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const systems: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/iPhone|iPad/, "iOS"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/Linux|X11/, "Linux"],
];

function nameIn(text: string, names: typeof browsers): string | undefined {
  return names.find(([pattern]) => pattern.test(text))?.[1];
}

/** What a person recognises a device by: a name that was given, else browser and system of a browser's own line; null: nothing. */
export function deviceNameOf(deviceName: string): string | null {
  const name = deviceName.trim();
  if (!/^Mozilla\/|\(.*\)/.test(name) && !name.startsWith("Mozilla")) return name === "" ? null : name;
  const found = [nameIn(name, browsers), nameIn(name, systems)].filter((part) => part !== undefined);
  return found.length === 0 ? null : found.join(" · ");
}
