import { afterEach, beforeEach, expect, vi, type MockInstance } from 'vitest'
import type { App, Driver, Mounted } from './Driver.ts'

const mounted = new Set<Mounted<never>>()

/** Mounts an app, which is taken off the page after the test. */
export function show<Input>(driver: Driver, app: App<Input>): Mounted<Input> {
  const page = driver.mount(app)
  mounted.add(page)
  return page
}

/** Clicks the button that is labelled so. */
export function click(page: Mounted<never>, label: string): void {
  const button = [...page.element.querySelectorAll('button')].find(({ textContent }) => textContent === label)
  if (button === undefined) throw new Error(`There is no button "${label}": ${page.element.innerHTML}`)
  button.click()
}

/** What the page says: the texts of its lines. */
export const linesOf = (page: Mounted<never>): string[] =>
  [...page.element.querySelectorAll('p')].map(({ textContent }) => textContent)

/** Waits until this is what the page says. */
export const says = (page: Mounted<never>, ...lines: string[]): Promise<void> =>
  expect.poll(() => linesOf(page)).toEqual(lines)

/** A story fails on whatever React or Vue finds to warn about. */
export function watchConsole(): void {
  let spies: MockInstance[] = []
  beforeEach(() => {
    spies = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
  })
  afterEach(() => {
    vi.useRealTimers()
    for (const page of mounted) page.unmount()
    mounted.clear()
    const complaints = spies.flatMap(({ mock }) => mock.calls)
    vi.restoreAllMocks()
    expect(complaints).toEqual([])
  })
}
