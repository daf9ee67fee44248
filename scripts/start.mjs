// npm start: installs, builds the demo's page, and serves it with the emulator behind it until Ctrl-C.
import { install, node, pnpm, run } from './pnpm.mjs'

console.error('Installing …')
await install()
console.error('Building the demo …')
const built = await pnpm(['--filter', 'demo', 'run', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] })
if (built !== 0) process.exit(built)
process.exit(await run(node, ['--conditions', '@seats/source', 'apps/demo/server/main.ts']))
