import { en } from '@seats/core/messages'
import { mergeNotes, rosterRows, rowKey, type RosterRow, type RowNote } from '@seats/core/ui'
import { expect, test } from 'vitest'
import { seat } from '../seat.ts'

const [row] = rosterRows([seat({ customer_email: 'ada@fernhill.example' })], { now: 0 }, en) as [RosterRow]

const messagesAfter = (note: Omit<RowNote, 'row' | 'message'>, rows: RosterRow[] = []) =>
  mergeNotes(rows, new Map([[rowKey(row.seat), { ...note, row, message: 'the news' }]])).flatMap(
    ({ note: shown }) => shown?.message ?? [],
  )

test('a row shows its message', () => {
  expect(messagesAfter({ step: 'problem' }, [row])).toEqual(['the news'])
  expect(messagesAfter({ step: 'asking' }, [row])).toEqual(['the news'])
})

test('a question, an error and a success disappear together with the row of the person', () => {
  expect(messagesAfter({ step: 'asking' })).toEqual([])
  expect(messagesAfter({ step: 'problem' })).toEqual([])
  expect(messagesAfter({ step: 'done' })).toEqual([])
})

test('the error of a re-invite stays without the row, because the re-invite may have revoked the seat', () => {
  expect(messagesAfter({ step: 'problem', outlivesSeat: true })).toEqual(['the news'])
})

test('a pending call and an offer to undo stay without the row', () => {
  expect(messagesAfter({ step: 'busy', action: 'revoke' })).toEqual(['the news'])
  expect(messagesAfter({ step: 'gone', canUndo: true })).toEqual(['the news'])
})

test('the success of a re-invite or an Undo stays until the roster shows the person', () => {
  expect(messagesAfter({ step: 'done', action: 'reinvite' })).toEqual(['the news'])
  expect(messagesAfter({ step: 'done', action: 'undo' })).toEqual(['the news'])
})
