import { parseRecipients } from '@seats/core/csv'
import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { startServers } from '../startServers.ts'

const servers = await startServers()
const { emulator } = servers
beforeEach(() => emulator.reset())

describe('a pasted address', () => {
  const isAcceptedByPolar = async (email: string) => {
    const body = JSON.stringify({ ...servers.source, email })
    const headers = { authorization: 'Bearer polar_oat_acme', 'content-type': 'application/json' }
    const response = await fetch(`${emulator.url}/v1/customer-seats`, { method: 'POST', headers, body })
    return response.status !== 422
  }
  test('becomes a recipient only if Polar accepts it', { timeout: 60_000 }, async () => {
    const piece = fc.constantFrom(
      ...'ab1éßжλ日. - _ + % \u0301 . .. -- xn-- ａ 。 ﬁ 💥 ! ( [ @ co.uk com test local mnchen-3ya münchen'.split(' '),
    )
    const text = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''))
    const address = fc.tuple(text, text, fc.constantFrom('.com', '.de', '.test', '', '.1', '。jp'))
    await fc.assert(
      fc.asyncProperty(address, async ([local, domain, ending]) => {
        const { recipients, problems } = parseRecipients(`${local}@${domain}${ending}`)
        expect(recipients.length + problems.length).toBeGreaterThan(0)
        for (const { email = '' } of recipients) expect([email, await isAcceptedByPolar(email)]).toEqual([email, true])
      }),
      { numRuns: 500 },
    )
  })
})
