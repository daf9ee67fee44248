import { afterEach, expect, test, vi } from 'vitest'
import { reportError } from '../../../src/workflows/run/reportError.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const mistake = new Error('a mistake in a callback')
const spyOnReports = () => ({
  page: vi.fn<(error: unknown) => void>(),
  console: vi.spyOn(console, 'error').mockImplementation(() => {}),
})

test('a page gets the error like that of an event listener', () => {
  const to = spyOnReports()
  vi.stubGlobal('document', {})
  vi.stubGlobal('reportError', to.page)
  reportError(mistake)
  expect(to.page.mock.calls).toEqual([[mistake]])
  expect(to.console).not.toHaveBeenCalled()
})

test.each(['a runtime that ends where an error is reported', 'a document without a browser'])(
  '%s: the console',
  (thrown) => {
    const to = spyOnReports()
    if (thrown.startsWith('a document')) vi.stubGlobal('document', {})
    else vi.stubGlobal('reportError', to.page)
    reportError(mistake)
    expect(to.console.mock.calls).toEqual([[mistake]])
    expect(to.page).not.toHaveBeenCalled()
  },
)
