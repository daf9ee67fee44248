import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** The six operations and nothing else, each the way its own documentation says is smallest. */
const six = {
  'sdk 1.x': `export { createPolarCore } from '@polar-sh/sdk/2026-10'
    export { listSeatsCustomerSeats, assignSeatCustomerSeats, revokeSeatCustomerSeats, resendInvitationCustomerSeats, getClaimInfoCustomerSeats, claimSeatCustomerSeats } from '@polar-sh/sdk/2026-10/services/customer_seats'`,
  'sdk 0.46': `export { PolarCore } from 'polar-sdk-0/core.js'
    ${['ListSeats', 'AssignSeat', 'RevokeSeat', 'ResendInvitation', 'GetClaimInfo', 'ClaimSeat']
      .map((name) => `export { customerSeats${name} } from 'polar-sdk-0/funcs/customerSeats${name}.js'`)
      .join('\n')}`,
  'ofetch, which is in ours': `export { ofetch } from 'ofetch'`,
  ours: `export { createSeatsClient, isSeatsError } from '@seats/core'`,
}

const more = {
  'all of @seats/core': `export * from '@seats/core'`,
  '@seats/core with all of /query': `export * from '@seats/core'; export * from '@seats/core/query'`,
  '@seats/core/csv': `export * from '@seats/core/csv'`,
}

const most = 10_500

export interface Size {
  bundle: string
  'gzip, kB': string
}

/** Bytes in a browser's production bundle. Throws where ours is larger than it may be. */
export async function size(): Promise<Size[]> {
  const sizes: [string, number][] = []
  for (const [name, code] of Object.entries(six)) sizes.push([`six operations: ${name}`, await gzipped(code)])
  for (const [name, code] of Object.entries(more)) sizes.push([name, await gzipped(code)])
  const ours = sizes.find(([name]) => name.endsWith('ours'))?.[1] ?? 0
  if (ours > most) throw new Error(`The six operations have ${ours} bytes, not ≤ ${most}`)
  return sizes.map(([bundle, bytes]) => ({ bundle, 'gzip, kB': (bytes / 1000).toFixed(1) }))
}

const bench = fileURLToPath(new URL('../..', import.meta.url))
/** Where ofetch is found. */
const core = dirname(createRequire(import.meta.url).resolve('@seats/core/package.json'))

async function gzipped(code: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: code.includes('ofetch') ? core : bench },
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
