// npm run setup: only installs the exact versions of the lockfile.
import { install } from './pnpm.mjs'

await install()
