import { afterEach, beforeEach, expect, vi, type MockInstance } from 'vitest'
import type { App, Driver, Mounted } from './Driver.ts'

type MountedPage = Pick<Mounted<never>, 'element' | 'unmount'>

const mountedPages = new Set<MountedPage>()

/** Mounts an app, and unmounts it after the test. */
export const mountPage = <Input>(driver: Driver, app: App<Input>): Mounted<Input> => unmountAfterTest(driver.mount(app))

/** Unmounts a page after the test that mounted it. */
export function unmountAfterTest<Page extends MountedPage>(page: Page): Page {
  mountedPages.add(page)
  return page
}

/** Clicks the button with this label. */
export function click(page: MountedPage, label: string): void {
  const button = [...page.element.querySelectorAll('button')].find(({ textContent }) => textContent === label)
  if (button === undefined) throw new Error(`There is no button "${label}": ${page.element.innerHTML}`)
  button.click()
}

/** Returns the texts of the page's lines. */
export const linesOf = (page: MountedPage): string[] =>
  [...page.element.querySelectorAll('p')].map(({ textContent }) => textContent)

/** Waits until the page shows exactly these lines. */
export const expectLines = (page: MountedPage, ...lines: string[]): Promise<void> =>
  expect.poll(() => linesOf(page)).toEqual(lines)

/**
 * Replaces the timers with fake timers until the end of the test. They run as fast as real timers, until
 * `expectLinesInTime` advances them.
 */
export const useFakeTime = (): void => {
  vi.useFakeTimers({
    shouldAdvanceTime: true,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
  })
}

/** Advances the fake time in steps of 250 ms until the page shows exactly these lines. */
export const expectLinesInTime = (page: MountedPage, ...lines: string[]): Promise<void> =>
  expect
    .poll(
      async () => {
        await vi.advanceTimersByTimeAsync(250)
        return linesOf(page)
      },
      { timeout: 10_000 },
    )
    .toEqual(lines)

/**
 * Makes the browser say that it is offline while `act` runs. Keep the page mounted until the end. Without a mounted
 * page, TanStack Query does not notice that the browser is online again.
 */
export async function whileOffline<Result>(act: () => Promise<Result>): Promise<Result> {
  const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  dispatchEvent(new Event('offline'))
  try {
    return await act()
  } finally {
    onLine.mockRestore()
    dispatchEvent(new Event('online'))
  }
}

/** Messages that React prints for errors that an error boundary has caught. */
const expectedMessages = /There is no (seats client|QueryClient) here|The above error occurred in|Not you\./

/**
 * Fails a story if React or Vue prints a warning or an error. Unmounts the pages of a story at the end of the story.
 */
export function watchConsole(): void {
  let spies: MockInstance[] = []
  beforeEach(() => {
    spies = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')].map((spy) => spy.mockReturnValue(undefined))
  })
  afterEach(() => {
    vi.useRealTimers()
    for (const page of mountedPages) page.unmount()
    mountedPages.clear()
    const messages = spies.flatMap(({ mock }) => mock.calls).filter((call) => !expectedMessages.test(call.join(' ')))
    vi.restoreAllMocks()
    expect(messages).toEqual([])
  })
}
