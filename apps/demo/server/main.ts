import { existsSync } from 'node:fs'
import { startDemo } from './startDemo.ts'

const port = Number(process.env.PORT ?? 3000)

if (!Number.isInteger(port) || port < 0 || port > 65_535) fail('PORT is not the number of a port.')
if (!existsSync(new URL('../dist/index.html', import.meta.url)))
  fail('The page is not built yet: run `npm start` at the root.')

const demo = await startDemo(port)
console.log(`Seats demo: ${demo.url}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void demo.close().then(() => process.exit(0)))
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
