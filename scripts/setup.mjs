// npm run setup: installs what the lockfile says, and nothing more.
import { install } from './pnpm.mjs'

await install()
