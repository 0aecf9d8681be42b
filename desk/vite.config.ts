// The desk's sources in, the files that `reportedly serve` hands out (reportedly/web/page) out.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [svelte()],
  build: {
    outDir: "../reportedly/web/page",
    emptyOutDir: true,
    target: "es2022",
    cssTarget: ["chrome123", "firefox128", "safari17.5"], // light-dark() is kept as written
    assetsInlineLimit: 0, // the page's policy lets no data: address run or style anything
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": "http://127.0.0.1:8765" } },
});
