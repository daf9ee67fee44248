import { sleep } from '../internal/sleep.ts'

const textOf = (value: unknown) => JSON.stringify(value) ?? String(value)

/** @throws Error with both values if their JSON differs. */
export function expectSame(actual: unknown, expected: unknown, description: string): void {
  if (textOf(actual) !== textOf(expected)) {
    throw new Error(`${description}: expected ${textOf(expected)}, but got ${textOf(actual)}.`)
  }
}

const retryDelayMs = 50
const timeoutMs = 4_000

/**
 * Reads a value again and again until it is the expected one.
 *
 * @throws Error with both values if the value is still another one after 4 seconds.
 */
export async function expectSoon(read: () => unknown, expected: unknown, description: string): Promise<void> {
  const deadlineMs = performance.now() + timeoutMs
  for (;;) {
    const actual = await read()
    if (textOf(actual) === textOf(expected)) return
    if (performance.now() > deadlineMs)
      return expectSame(actual, expected, `${description}, within ${timeoutMs / 1000} s`)
    await sleep(retryDelayMs)
  }
}
