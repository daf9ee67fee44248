import type { Locator } from 'playwright-core'
import { expect } from 'vitest'

interface LocatorMatchers<R> {
  /** Waits until the element is on the page and visible. */
  toAppear(): Promise<R>
  /** Waits until the element is no longer on the page. */
  toDisappear(): Promise<R>
}

declare module 'vitest' {
  interface Matchers<R> extends LocatorMatchers<R> {}
}

const waitFor = (state: 'visible' | 'detached') => async (locator: Locator) => {
  const problem = await locator.waitFor({ state }).then(
    () => undefined,
    (error: unknown) => String(error),
  )
  return { pass: problem === undefined, message: () => problem ?? `${locator} is ${state}` }
}

expect.extend({ toAppear: waitFor('visible'), toDisappear: waitFor('detached') })
