// npm start: installs, builds the demo's page, and serves it with the emulator until Ctrl-C.
import { install, node, pnpm, run } from './pnpm.mjs'

// When npm is terminated, it leaves this process running. So this process ends itself when its parent has ended.
const { ppid } = process
setInterval(() => process.ppid === ppid || process.kill(process.pid, 'SIGTERM'), 500).unref()

console.error('Installing…')
await install()
console.error('Building the demo…')
const exitCode = await pnpm(['--filter', 'demo', 'run', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] })
if (exitCode !== 0) process.exit(exitCode)
process.exit(await run(node, ['--conditions', '@seats/source', 'apps/demo/server/main.ts']))
