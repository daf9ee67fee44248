import { expect, test } from 'vitest'
import { readEvents } from '../../../src/internal/wire/readEvents.ts'

const endlessStream = (text: string) => {
  const readCounts = { characters: 0 }
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      readCounts.characters += text.length
      controller.enqueue(new TextEncoder().encode(text))
    },
  })
  return { stream, readCounts }
}

test.each([
  ['a line without an end', 'x'.repeat(10_000)],
  ['data without a blank line', `data: ${'x'.repeat(10_000)}\n`],
  ['data with comments between', `data: ${'x'.repeat(10_000)}\n: ping\n`],
])('reading fails if an event is longer than the limit: %s', async (_what, text) => {
  const { stream, readCounts } = endlessStream(text)
  await expect(readEvents(stream, new AbortController().signal, () => {})).rejects.toThrow(/buffer/i)
  expect(readCounts.characters).toBeLessThan(9_000_000)
})

test('many events are read, even if all together are longer than the limit for one event', async () => {
  let eventCount = 0
  const { stream } = endlessStream(`data: ${'x'.repeat(10_000)}\n\n`)
  await readEvents(stream, new AbortController().signal, () => ++eventCount === 1_000)
  expect(eventCount).toBe(1_000)
})
