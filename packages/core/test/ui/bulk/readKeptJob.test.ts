import type { AssignSeatsReport } from '@seats/core'
import type { AssignSeatsState } from '@seats/core/query'
import { expect, test } from 'vitest'
import { readKeptJob, writeKeptJob } from '../../../src/ui/bulk/readKeptJob.ts'
import { seat } from '../seat.ts'

const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
const ada = { email: 'ada@fernhill.example' }
const lin = { email: 'lin@fernhill.example', immediate_claim: true }
const invalidRows = [{ who: 'nobody', outcome: 'invalid' as const, reason: 'No address.' }]
const report: AssignSeatsReport = {
  source,
  complete: false,
  results: [
    { recipient: ada, outcome: 'assigned', seat: seat({ seat_metadata: { note: 'private' } }) },
    { recipient: lin, outcome: 'skipped', sentAt: '2026-11-23T10:00:00.000Z' },
  ],
}
const state: AssignSeatsState = { status: 'running', recipients: [ada, lin], progress: null, report, error: null }
const keptText = writeKeptJob(source, state, invalidRows) ?? ''

test('a job is read as it was written, without its seats', () => {
  expect(readKeptJob(keptText, source)).toEqual({
    report: {
      source,
      complete: false,
      results: [
        { recipient: ada, outcome: 'assigned' },
        { recipient: lin, outcome: 'skipped', sentAt: '2026-11-23T10:00:00.000Z' },
      ],
    },
    unread: invalidRows,
  })
  expect(keptText).not.toContain('private')
})

test('in a job that has no report yet, every recipient is `skipped`', () => {
  const text = writeKeptJob(source, { ...state, report: null }, []) ?? ''
  expect(readKeptJob(text, source)?.report.results.map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped'])
})

test('nothing is written if there is no job', () => {
  const idle: AssignSeatsState = { status: 'idle', recipients: [], progress: null, report: null, error: null }
  expect(writeKeptJob(source, idle, invalidRows)).toBeUndefined()
})

test('the job of another source is not read, and the id of the source can be in upper or lower case', () => {
  const sourceInCapitals = { subscription_id: source.subscription_id.toUpperCase() }
  expect(readKeptJob(keptText, sourceInCapitals)).toBeDefined()
  expect(readKeptJob(keptText, { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c12' })).toBeUndefined()
})

test.each([
  null,
  '',
  '{',
  '5',
  '[]',
  '{"report":{}}',
  '{"report":{"source":null,"results":[]}}',
  keptText.slice(0, -1),
  keptText.replace('"outcome":"assigned"', '"outcome":5'),
  keptText.replace('{"email":"ada@fernhill.example"}', 'null'),
  keptText.replace('"assigned"', '"emperor"'),
])('a string that is not a kept job is not read: case %#', (text) => {
  expect(readKeptJob(text, source)).toBeUndefined()
})
