import { expect, test } from "vitest";
import { deviceNameOf } from "./device-name.ts";

test.each([
  ["前台的电脑", "前台的电脑"],
  ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0 Safari/537.36", "Chrome · Linux"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10", "macOS"],
  ["Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", "Chrome · Android"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1", "Safari · iOS"],
  ["Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.50", "WeChat · Android"],
  ["Mozilla/5.0", null],
  ["", null],
])("%s is recognised as %s", (given, name) => {
  expect(deviceNameOf(given)).toBe(name);
});
