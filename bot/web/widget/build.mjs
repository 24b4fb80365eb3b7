/* Build what the server serves: the page's script and style, and the script of the page around it. `make widget` calls this. */

import { build } from "esbuild";

const to = process.argv[2] ?? new URL("../static/", import.meta.url).pathname;
const shared = { absWorkingDir: import.meta.dirname, bundle: true, minify: true, charset: "utf8", legalComments: "none", logLevel: "warning" };

await build({
  ...shared,
  entryPoints: { page: "src/page/main.ts", style: "src/style/main.css" },
  format: "esm",
  target: ["chrome111", "firefox121", "safari16.4"],
  outdir: to,
});

await build({
  ...shared,
  entryPoints: { widget: "src/embed/loader.ts" },
  format: "iife",
  target: "es2020",
  outdir: to,
});
