import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";

/** The server that `vite dev` stands before; `npm start` serves the built app and needs none of this. */
const server = process.env.LINGONG_SERVER ?? "http://127.0.0.1:3000";

const icon = (src: string, sizes: string, purpose: "any" | "maskable") => ({
  src,
  sizes,
  type: src.endsWith(".svg") ? "image/svg+xml" : "image/png",
  purpose,
});

export default defineConfig({
  base: "/worker/",
  plugins: [
    tanstackRouter({ target: "react", autoCodeSplitting: true, quoteStyle: "double", semicolons: true }),
    react(),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "service-worker",
      filename: "service-worker.ts",
      // Registered by src/offline/update.ts, which also asks before a new version takes over.
      injectRegister: false,
      injectManifest: { globPatterns: ["**/*.{js,css,html,svg,png}"] },
      manifest: {
        id: "/worker/",
        name: "零工 · 服务者",
        short_name: "零工接单",
        description: "先看到手多少，再决定接不接",
        lang: "zh-CN",
        start_url: "/worker/",
        scope: "/worker/",
        display: "standalone",
        orientation: "portrait",
        background_color: "#F6F6F3",
        theme_color: "#B93E0B",
        categories: ["business", "productivity"],
        icons: [
          icon("icon.svg", "any", "any"),
          icon("icon-192.png", "192x192", "any"),
          icon("icon-512.png", "512x512", "any"),
          icon("icon-maskable-512.png", "512x512", "maskable"),
        ],
        shortcuts: [
          { name: "抢单大厅", url: "/worker/hall" },
          { name: "收入", url: "/worker/earnings" },
        ],
      },
    }),
  ],
  build: { target: "es2024", chunkSizeWarningLimit: 600 },
  server: {
    proxy: {
      "/api": server,
      "/files": server,
      "/uploads": server,
      "/dev": server,
      "/live": { target: server, ws: true },
    },
  },
});
