import { en } from '@seats/core/messages'
import { listParts, mergeNotes, rosterRows, searchRows, sortRows, type NotedRow } from '@seats/core/ui'
import { expect, test } from 'vitest'
import { seat } from '../seat.ts'

const now = Date.parse('2026-11-23T10:30:00Z')

const rowsOf = (...emails: string[]): NotedRow[] => {
  const seats = emails.map((email, index) => ({ ...seat({}), id: `seat-${index}`, email, customer_email: email }))
  return mergeNotes(rosterRows(seats, { now }, en), new Map())
}
const idsOf = (rows: readonly NotedRow[]) => rows.map(({ id }) => id)

const team = rowsOf('mei@example.com', 'ada@example.com', 'lin@fernhill.example')

test('rows are sorted by name, and a search returns the rows with all its words in the same order', () => {
  const sorted = sortRows(team, { status: 'all', sort: 'name' }, en)
  expect(idsOf(sorted)).toEqual(['ada@example.com', 'lin@fernhill.example', 'mei@example.com'])
  expect(idsOf(searchRows(sorted, ' EXAMPLE.com '))).toEqual(['ada@example.com', 'mei@example.com'])
  expect(idsOf(searchRows(sorted, 'fern lin'))).toEqual(['lin@fernhill.example'])
  expect(searchRows(sorted, 'nobody')).toEqual([])
})

test('an empty search returns the same list object', () => {
  expect(searchRows(team, '  ')).toBe(team)
})

test('a space stands for each group of rows that are not rendered', () => {
  const placed = [
    { index: 0, start: 0, end: 50 },
    { index: 2, start: 120, end: 170 },
  ]
  expect(listParts(team, placed, 400).map((part) => ('space' in part ? part.space : part.index))).toEqual([
    0, 70, 2, 230,
  ])
})

test('a position without a row is left out', () => {
  expect(
    listParts(
      team.slice(0, 1),
      [
        { index: 0, start: 0, end: 50 },
        { index: 7, start: 50, end: 100 },
      ],
      50,
    ),
  ).toEqual([{ key: 'mei@example.com', noted: team[0], index: 0 }])
})
