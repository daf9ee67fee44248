import { afterEach, beforeEach, expect, vi, type MockInstance } from 'vitest'
import type { App, Driver, Mounted } from './Driver.ts'

type OnPage = Pick<Mounted<never>, 'element' | 'unmount'>

const mounted = new Set<OnPage>()

/** Mounts an app, which is taken off the page after the test. */
export const show = <Input>(driver: Driver, app: App<Input>): Mounted<Input> => keep(driver.mount(app))

/** What a test has mounted by itself is taken off the page after it as well. */
export function keep<Page extends OnPage>(page: Page): Page {
  mounted.add(page)
  return page
}

/** Clicks the button that is labelled so. */
export function click(page: OnPage, label: string): void {
  const button = [...page.element.querySelectorAll('button')].find(({ textContent }) => textContent === label)
  if (button === undefined) throw new Error(`There is no button "${label}": ${page.element.innerHTML}`)
  button.click()
}

/** What the page says: the texts of its lines. */
export const linesOf = (page: OnPage): string[] =>
  [...page.element.querySelectorAll('p')].map(({ textContent }) => textContent)

/** Waits until this is what the page says. */
export const says = (page: OnPage, ...lines: string[]): Promise<void> => expect.poll(() => linesOf(page)).toEqual(lines)

/** From here on, time passes as `saysInTime` says. It goes back to normal after the test. */
export const holdTime = (): void => {
  vi.useFakeTimers({
    shouldAdvanceTime: true,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
  })
}

/** Lets time pass in steps that no request takes longer than, until this is what the page says. */
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

/** React prints what an error boundary catches. */
const reported = /There is no (seats client|QueryClient) here|The above error occurred in|Not you\./

/** A story fails on whatever React or Vue finds to warn about. */
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
