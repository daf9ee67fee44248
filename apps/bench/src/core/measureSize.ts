import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { counted, type Figure } from '../figures/Figure.ts'

/** Code that imports only the six operations, as each library's documentation recommends for a small bundle. */
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

/**
 * Measures sizes in a production bundle for browsers: of the six operations in three libraries, and of entry points of
 * `@seats/core`.
 */
export async function measureSize(): Promise<Figure[]> {
  const conditions = 'esbuild, minified, gzip'
  const figures: Figure[] = []
  for (const [name, code] of Object.entries(sixOperations)) {
    const bound = name === 'ours' ? { atMost: 10.5 } : undefined
    figures.push(counted(`the six operations, ${name}`, await measureKB(code), 'kB', { conditions, bound }))
  }
  for (const [name, code] of Object.entries(entryPoints))
    figures.push(counted(name, await measureKB(code), 'kB', { conditions }))
  return figures
}

const benchFolder = fileURLToPath(new URL('../..', import.meta.url))

async function measureKB(code: string): Promise<number> {
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
  return gzipSync(outputFiles[0]?.text ?? '', { level: 9 }).length / 1000
}
