import { afterEach, beforeEach, expect, vi, type MockInstance } from 'vitest'
import type { App, Driver, Mounted } from './Driver.ts'

type OnPage = Pick<Mounted<never>, 'element' | 'unmount'>

const mounted = new Set<OnPage>()

/** Mounts an app, and unmounts it after the test. */
export const show = <Input>(driver: Driver, app: App<Input>): Mounted<Input> => keep(driver.mount(app))

/** Unmounts a page after the test that mounted it. */
export function keep<Page extends OnPage>(page: Page): Page {
  mounted.add(page)
  return page
}

/** Clicks the button with this label. */
export function click(page: OnPage, label: string): void {
  const button = [...page.element.querySelectorAll('button')].find(({ textContent }) => textContent === label)
  if (button === undefined) throw new Error(`There is no button "${label}": ${page.element.innerHTML}`)
  button.click()
}

/** Returns the texts of the page's lines. */
export const linesOf = (page: OnPage): string[] =>
  [...page.element.querySelectorAll('p')].map(({ textContent }) => textContent)

/** Waits until the page shows exactly these lines. */
export const says = (page: OnPage, ...lines: string[]): Promise<void> => expect.poll(() => linesOf(page)).toEqual(lines)

/** Stops the timers. `saysInTime` moves them. After the test, the real timers are back. */
export const holdTime = (): void => {
  vi.useFakeTimers({
    shouldAdvanceTime: true,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
  })
}

/** Moves time in steps of 250 ms until the page shows exactly these lines. */
export const saysInTime = (page: OnPage, ...lines: string[]): Promise<void> =>
  expect
    .poll(
      async () => {
        await vi.advanceTimersByTimeAsync(250)
        return linesOf(page)
      },
      { timeout: 10_000 },
    )
    .toEqual(lines)

/** Messages that React prints for errors that an error boundary has caught. */
const reported = /There is no (seats client|QueryClient) here|The above error occurred in|Not you\./

/** Fails a story if React or Vue prints a warning or an error. */
export function watchConsole(): void {
  let spies: MockInstance[] = []
  beforeEach(() => {
    spies = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')].map((spy) => spy.mockReturnValue(undefined))
  })
  afterEach(() => {
    vi.useRealTimers()
    for (const page of mounted) page.unmount()
    mounted.clear()
    const complaints = spies.flatMap(({ mock }) => mock.calls).filter((call) => !reported.test(call.join(' ')))
    vi.restoreAllMocks()
    expect(complaints).toEqual([])
  })
}
