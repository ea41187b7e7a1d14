import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The server that `vite dev` stands before; `npm start` serves the built app and needs none of this. */
const server = process.env.LINGONG_SERVER ?? "http://127.0.0.1:3000";

export default defineConfig({
  base: "/admin/",
  plugins: [tanstackRouter({ target: "react", autoCodeSplitting: true, quoteStyle: "double", semicolons: true }), react()],
  build: { target: "es2024", chunkSizeWarningLimit: 600 },
  server: {
    proxy: {
      "/api": server,
      "/files": server,
      "/dev": server,
      "/live": { target: server, ws: true },
    },
  },
});
