import { de, en } from '@seats/core/messages'
import { bulkRowStep, firstRows, type BulkRow } from '@seats/core/ui'
import { expect, test } from 'vitest'

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, index): BulkRow => ({ who: `p${index}@example.com`, outcome: 'new', reason: '' }))

test.each([0, 1, bulkRowStep])('a list of %i rows is shown completely', (count) => {
  const rows = rowsOf(count)
  expect(firstRows(rows, bulkRowStep, en)).toEqual({ shown: rows, moreLabel: undefined })
})

test('of a longer list, only the first rows are shown, and the button has the numbers of rows', () => {
  const rows = rowsOf(10_000)
  const { shown, moreLabel } = firstRows(rows, bulkRowStep, en)
  expect(shown).toEqual(rows.slice(0, 60))
  expect(moreLabel).toBe('Show 60 more (60 of 10,000 shown)')
  expect(firstRows(rows, 9_990, de).moreLabel).toBe('10 weitere anzeigen (9.990 von 10.000 angezeigt)')
})
