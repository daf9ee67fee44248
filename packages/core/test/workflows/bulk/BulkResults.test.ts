import type { AssignSeatsProgress } from '@seats/core'
import { expect, test } from 'vitest'
import { startReport } from '../../../src/workflows/bulk/assignSeatsReport.ts'
import { BulkResults } from '../../../src/workflows/bulk/BulkResults.ts'
import { seat, source } from '../../seats.ts'

const emails = ['a@example.com', 'b@example.com', 'c@example.com']

function recordProgress(emailsToSeat: string[]) {
  const events: AssignSeatsProgress[] = []
  const recipients = emailsToSeat.map((email) => ({ email }))
  const results = new BulkResults(startReport(source, recipients, undefined), {
    onProgress: (event) => void events.push(event),
  })
  for (const [index, recipient] of recipients.entries()) {
    const openRecipient = { index, recipient, reason: 'not_sent', tries: 0 } as const
    results.end(openRecipient, index === 1 ? 'failed' : 'assigned', { seat: seat() })
  }
  return events
}

test('the report of a progress event has the results at that time, even if the report is read later', () => {
  const outcomes = recordProgress(emails).map(({ report }) => report.results.map(({ outcome }) => outcome))
  expect(outcomes).toEqual([
    ['assigned', 'skipped', 'skipped'],
    ['assigned', 'failed', 'skipped'],
    ['assigned', 'failed', 'assigned'],
  ])
})

test('a progress event counts the outcomes so far', () => {
  const counts = recordProgress(emails).map(({ done, total, assigned, failed }) => [done, total, assigned, failed])
  expect(counts).toEqual([
    [1, 3, 1, 0],
    [2, 3, 1, 1],
    [3, 3, 2, 1],
  ])
})

test('a progress event can be copied and turned into JSON, and a copy has the same report', () => {
  const lastEvent = recordProgress(emails).at(-1)
  expect({ ...lastEvent }.report).toBe(lastEvent?.report)
  expect(JSON.parse(JSON.stringify(lastEvent))).toMatchObject({ done: 3, report: { source, complete: false } })
})
