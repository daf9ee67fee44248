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

test('in a page, the error is reported like an error of an event listener', () => {
  const reports = spyOnReports()
  vi.stubGlobal('document', {})
  vi.stubGlobal('reportError', reports.page)
  reportError(mistake)
  expect(reports.page.mock.calls).toEqual([[mistake]])
  expect(reports.console).not.toHaveBeenCalled()
})

test.each(['a runtime that ends if an error is reported', 'a document without a browser'])(
  'in %s, the error is printed to the console',
  (environment) => {
    const reports = spyOnReports()
    if (environment.startsWith('a document')) vi.stubGlobal('document', {})
    else vi.stubGlobal('reportError', reports.page)
    reportError(mistake)
    expect(reports.console.mock.calls).toEqual([[mistake]])
    expect(reports.page).not.toHaveBeenCalled()
  },
)
