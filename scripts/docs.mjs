// npm run docs: installs, generates the reference, and serves the documentation site until Ctrl-C.
import { install, pnpm } from './pnpm.mjs'

await install()
process.exit(await pnpm(['--filter', 'docs', 'run', 'dev']))
