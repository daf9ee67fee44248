import { expect, test } from 'vitest'
import { withOccupant, statusAndCodeOf, startGuard } from '../startGuard.ts'

const seats = '/v1/customer-seats'

test('a query must name exactly one source', async () => {
  const { send, emulator, calls } = await startGuard()
  const [sub, foreign, ord] = [emulator.ref('acme/sub'), emulator.ref('acme/foreign'), emulator.ref('acme/ord')]
  for (const query of [
    '',
    '?',
    '?subscription_id=',
    `?subscription_id=${sub}&subscription_id=${foreign}`,
    `?subscription_id=${sub}&order_id=${ord}`,
    '?subscription_id=1',
  ]) {
    expect([query, ...(await statusAndCodeOf(send('GET', seats + query)))]).toEqual([
      query,
      422,
      'RequestValidationError',
    ])
  }
  expect(
    await statusAndCodeOf(
      send('DELETE', `${seats}/${emulator.ref('acme/bob')}?order_id=${ord}&order_id=${ord}`, withOccupant('bob')),
    ),
  ).toEqual([422, 'RequestValidationError'])
  expect(calls).toEqual([])
})
