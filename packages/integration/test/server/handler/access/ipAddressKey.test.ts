import { expect, test } from 'vitest'
import { startGuard } from '../../startGuard.ts'

const claimPath = `/v1/customer-seats/claim/${'x'.repeat(43)}`

test.for([
  ['203.0.113.7', ['203.0.113.7:50001', '203.0.113.7:50002', '[::ffff:203.0.113.7]:50003']],
  ['2001:db8::1', ['[2001:db8::1]:50001', '[2001:db8::2]', '2001:db8::1:5001']],
] as const)(
  'addresses that differ only in the port, or in the last 64 bits of IPv6, share a budget: %s',
  async ([plainAddress, addressesOfSameBudget]) => {
    const { send } = await startGuard({
      ratePerMinute: { address: 1 },
      clientAddress: (request) => request.headers.get('x-real-ip'),
    })
    const get = async (address: string) => (await send('GET', claimPath, { headers: { 'x-real-ip': address } })).status
    expect(await get(plainAddress)).toBe(404)
    for (const address of addressesOfSameBudget) expect(await get(address)).toBe(429)
  },
)
