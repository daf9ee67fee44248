import { expect, onTestFinished, test } from 'vitest'
import { startEmulator, type EmulatorOptions } from '../src/exports/index.ts'

const unusable: [keyof EmulatorOptions, unknown][] = [
  ['port', Number.NaN],
  ['port', -1],
  ['port', 1.5],
  ['port', 65_536],
  ['port', '4010'],
  ['rateLimit', Number.NaN],
  ['rateLimit', -1],
  ['rateLimit', 0],
  ['rateLimit', 1.5],
  ['rateLimit', Infinity],
  ['rateLimit', '60'],
  ['now', Number.NaN],
  ['now', Infinity],
  ['now', 'yesterday'],
  ['now', new Date('')],
  ['now', -1],
  ['now', 1e15],
]
test.for(unusable)('the option %s rejects %s, and the error names the option', async ([name, value]) => {
  await expect(startEmulator({ [name]: value })).rejects.toThrow(new RegExp(`^${name}: `))
})

const handler = () => new Response()
test.for<[unknown, string]>([
  [{ handler }, 'webhooks: '],
  [[handler], 'webhooks.0: '],
  [[{}], 'webhooks.0.handler: Give a function.'],
  [[{ handler }, { handler: 'https://example.com' }], 'webhooks.1.handler: Give a function.'],
  [[{ url: 'https://example.com' }], 'webhooks.0.handler: Give a function.'],
  [[{ handler, events: ['seat.taken'] }], 'webhooks.0.events.0: There is no such kind of event.'],
  [[{ handler, secret: '' }], 'webhooks.0.secret: '],
])('the option webhooks rejects %o, and the error has the path of the wrong value', async ([webhooks, message]) => {
  await expect(startEmulator({ webhooks } as EmulatorOptions)).rejects.toThrow(message)
})

test.for([Number.NaN, Infinity, -Infinity, 1e300, 300_000_000_000, -2_000_000_000])(
  'advance(%s) throws, and the clock continues',
  async (seconds) => {
    const emulator = await startEmulator({ now: '2030-01-01T00:00:00Z' })
    onTestFinished(() => emulator.close())
    expect(() => emulator.advance(seconds)).toThrow(/^advance_seconds: /)
    expect(new Date(emulator.advance(60)).toISOString()).toMatch(/^2030-01-01T00:01:/)
  },
)

test('the error about an invalid start time says what to give', async () => {
  await expect(startEmulator({ now: 'yesterday' })).rejects.toThrow('now: Give a time that `Date` can read.')
})
