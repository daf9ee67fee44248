import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** The six operations only, imported as each library's documentation recommends for a small bundle. */
const sixOperations = {
  'sdk 1.x': `export { createPolarCore } from '@polar-sh/sdk/2026-10'
    export { listSeatsCustomerSeats, assignSeatCustomerSeats, revokeSeatCustomerSeats, resendInvitationCustomerSeats, getClaimInfoCustomerSeats, claimSeatCustomerSeats } from '@polar-sh/sdk/2026-10/services/customer_seats'`,
  'sdk 0.46': `export { PolarCore } from 'polar-sdk-0/core.js'
    ${['ListSeats', 'AssignSeat', 'RevokeSeat', 'ResendInvitation', 'GetClaimInfo', 'ClaimSeat']
      .map((name) => `export { customerSeats${name} } from 'polar-sdk-0/funcs/customerSeats${name}.js'`)
      .join('\n')}`,
  ours: `export { createSeatsClient, isSeatsError } from '@seats/core'`,
}

const entryPoints = {
  'all of @seats/core': `export * from '@seats/core'`,
  '@seats/core with all of /query': `export * from '@seats/core'; export * from '@seats/core/query'`,
  '@seats/core/csv': `export * from '@seats/core/csv'`,
  '@seats/core/messages': `export { en, explainError, extend } from '@seats/core/messages'`,
}

const maxSixOperationsBytes = 10_500

export interface Size {
  bundle: string
  'gzip, kB': string
}

/** Measures the size of each in a production bundle for browsers. Throws if ours is larger than promised. */
export async function measureSize(): Promise<Size[]> {
  const sizes: [string, number][] = []
  for (const [name, code] of Object.entries(sixOperations))
    sizes.push([`six operations: ${name}`, await gzippedBytes(code)])
  for (const [name, code] of Object.entries(entryPoints)) sizes.push([name, await gzippedBytes(code)])
  const ours = sizes.find(([name]) => name.endsWith('ours'))?.[1] ?? 0
  if (ours > maxSixOperationsBytes)
    throw new Error(`The six operations have ${ours} bytes, not ≤ ${maxSixOperationsBytes}`)
  return sizes.map(([bundle, bytes]) => ({ bundle, 'gzip, kB': (bytes / 1000).toFixed(1) }))
}

const benchFolder = fileURLToPath(new URL('../..', import.meta.url))

async function gzippedBytes(code: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: benchFolder },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['@seats/source'],
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return gzipSync(outputFiles[0]?.text ?? '', { level: 9 }).length
}
