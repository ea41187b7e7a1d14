import { fileURLToPath } from "node:url";
import { build } from "vite";
import { style } from "./page/style.ts";

const entry = fileURLToPath(new URL("page/main.ts", import.meta.url));

/** The page's program with everything it needs, as one script. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    envFile: false,
    logLevel: "silent",
    root: fileURLToPath(new URL(".", import.meta.url)),
    build: { write: false, target: "es2022", lib: { entry, formats: ["iife"], name: "verifier" } },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const chunk = outputs.flatMap((one) => ("output" in one ? one.output : [])).find((part) => part.type === "chunk");
  if (chunk?.type !== "chunk") throw new Error("the verifier's script was not built");
  return chunk.code.trim();
}

/**
 * The verifier of dossiers as one HTML file that needs no server: it opens from the disk and loads nothing. Under the
 * platform's own address its script is not allowed to run, and it says to save it first.
 */
export async function verifierPage(): Promise<string> {
  const script = (await bundle()).replaceAll("</script", "<\\/script");
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<title>零工 · 证据档案核验 / Lingong dossier verifier</title>
<style>${style.trim()}</style>
</head>
<body>
<main>
<p>请先把本页保存到电脑，再从磁盘打开。</p>
<p lang="en">Save this page to your computer first, then open it from the disk.</p>
</main>
<script>${script}</script>
</body>
</html>
`;
}
