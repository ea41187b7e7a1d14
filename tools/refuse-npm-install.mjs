// `npm install` cannot read the workspace's catalog and would half-install: say so instead.
if ((process.env.npm_config_user_agent ?? "").startsWith("npm/")) {
  console.error("This workspace is installed by its own commands: run `npm start` or `npm test`; they fetch pnpm and Node themselves.");
  process.exit(1);
}
