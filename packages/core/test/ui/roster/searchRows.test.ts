import { en } from '@seats/core/messages'
import { rosterRows, searchRows, sortRows } from '@seats/core/ui'
import { expect, test } from 'vitest'
import { seat } from '../seat.ts'

const rowsOf = (...emails: string[]) =>
  rosterRows(
    emails.map((email) => seat({ email, customer_email: email })),
    { now: Date.parse('2026-11-23T10:30:00Z') },
    en,
  ).map((row) => ({ row }))
const namesOf = (items: ReturnType<typeof searchRows>) => items.map(({ row }) => row.name)

const team = rowsOf('mei@example.com', 'ada@example.com', 'lin@fernhill.example')

test('a search returns the rows with all its words, in the order of the list', () => {
  const sortedRows = sortRows(team, { status: 'all', sort: 'name' }, en)
  expect(namesOf(sortedRows)).toEqual(['ada@example.com', 'lin@fernhill.example', 'mei@example.com'])
  expect(namesOf(searchRows(sortedRows, ' EXAMPLE.com '))).toEqual(['ada@example.com', 'mei@example.com'])
  expect(namesOf(searchRows(sortedRows, 'fern lin'))).toEqual(['lin@fernhill.example'])
  expect(namesOf(searchRows(sortedRows, 'example mei'))).toEqual(['mei@example.com'])
  expect(searchRows(sortedRows, 'nobody')).toEqual([])
})

test('a word is not found across two rows, and all words must be in the same row', () => {
  const twoRows = rowsOf('ada@example.com', 'mei@example.com')
  expect(searchRows(twoRows, 'commei')).toEqual([])
  expect(searchRows(twoRows, 'ada mei')).toEqual([])
})

test('a row that has a word twice is found once', () => {
  expect(namesOf(searchRows(rowsOf('anna@anna.example', 'mei@example.com'), 'anna'))).toEqual(['anna@anna.example'])
})

test('a search that all rows match, and an empty search, return the same array', () => {
  expect(searchRows(team, 'example')).toBe(team)
  expect(searchRows(team, '  ')).toBe(team)
})

test('a row with a message stays in spite of the search and the filter', () => {
  const [mei, ...others] = team
  const noted = [...(mei ? [{ ...mei, note: 'the news' }] : []), ...others]
  expect(namesOf(searchRows(noted, 'ada'))).toEqual(['mei@example.com', 'ada@example.com'])
  expect(namesOf(sortRows(noted, { status: 'claimed', sort: 'name' }, en))).toEqual(['mei@example.com'])
})
