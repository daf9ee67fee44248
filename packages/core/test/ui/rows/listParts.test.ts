import { en } from '@seats/core/messages'
import { listParts, mergeNotes, rosterRows, type NotedRow } from '@seats/core/ui'
import { expect, test } from 'vitest'
import { seat } from '../seat.ts'

const now = Date.parse('2026-11-23T10:30:00Z')

const rowsOf = (...emails: string[]): NotedRow[] => {
  const seats = emails.map((email, index) => ({ ...seat({}), id: `seat-${index}`, email, customer_email: email }))
  return mergeNotes(rosterRows(seats, { now }, en), new Map())
}
const team = rowsOf('mei@example.com', 'ada@example.com', 'lin@fernhill.example')

test('there is one space for each group of rows that are not on the page', () => {
  const placedRows = [
    { index: 0, start: 0, end: 50 },
    { index: 2, start: 120, end: 170 },
  ]
  expect(listParts(team, placedRows, 400).map((part) => ('space' in part ? part.space : part.index))).toEqual([
    0, 70, 2, 230,
  ])
})

test('a place without a row is left out', () => {
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
