import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Builds the page once for all tests, as `npm start` does. */
export default function buildPage(): void {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
}
