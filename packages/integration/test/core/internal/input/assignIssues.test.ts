import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { errorOf, startServers } from '../../startServers.ts'

const servers = await startServers()
const { emulator } = servers
beforeEach(() => emulator.reset())

describe('metadata is rejected', () => {
  // Sends the metadata without core's checks.
  const isAcceptedByPolar = async (metadata: object) => {
    const body = JSON.stringify({ ...servers.source, member_id: '00000000-0000-4000-8000-000000000000', metadata })
    const headers = { authorization: 'Bearer polar_oat_acme', 'content-type': 'application/json' }
    const response = await fetch(`${emulator.url}/v1/customer-seats`, { method: 'POST', headers, body })
    return response.status !== 422
  }
  const isAcceptedByCore = async (metadata: Record<string, unknown>) => {
    const member_id = '00000000-0000-4000-8000-000000000000'
    const error = await errorOf(servers.organizationClient().assignSeat({ ...servers.source, member_id, metadata }))
    return error.code !== 'RequestValidationError'
  }
  test('by core if Polar rejects it, and only then', { timeout: 60_000 }, async () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.double({ min: -1e-3, max: 1e-3, noNaN: true }),
      fc.array(fc.oneof(fc.integer(), fc.constantFrom('ü', '\x7f', '"', '\\', ':,', '\u2028', '😀'), fc.boolean())),
    )
    const metadata = fc
      .tuple(fc.dictionary(fc.string({ unit: 'grapheme' }), value, { maxKeys: 11, noNullPrototype: true }), fc.nat(30))
      .map(([generated, charactersBelowLimit]) => {
        // Fills the metadata up to about the size limit, where core and Polar could differ.
        const size = JSON.stringify(generated).replaceAll(/[^ -~]/g, '123456').length
        return { ...generated, fill: 'x'.repeat(Math.max(0, 1010 - size - charactersBelowLimit)) }
      })
    await fc.assert(
      fc.asyncProperty(metadata, async (generated) => {
        expect(await isAcceptedByCore(generated)).toBe(await isAcceptedByPolar(generated))
      }),
      { numRuns: 300 },
    )
  })
})
