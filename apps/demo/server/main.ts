import { existsSync } from 'node:fs'
import { startDemo } from './startDemo.ts'

const port = Number(process.env.PORT ?? 3000)

if (!Number.isInteger(port) || port < 0 || port > 65_535) fail('PORT must be a whole number from 0 to 65535.')
if (!existsSync(new URL('../dist/index.html', import.meta.url)))
  fail('The page has not been built yet. Run `npm start` in the root folder.')

const demo = await startDemo(port)
console.log(`Seats demo: ${demo.url}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void demo.close().then(() => process.exit(0)))
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
