import type { AssignSeatsResult, CustomerSeat, SeatsList } from '@seats/core'
import { en } from '@seats/core/messages'
import { bulkScreen, type BulkJob, type BulkRow } from '@seats/core/ui'
import { previewBulk } from '@seats/core/ui/bulk'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seat } from '../seat.ts'

const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
const addressOf = (person: number) => `p${person}@fernhill.example`
const range = (count: number) => Array.from({ length: count }, (_, index) => index)

const seatOf = (person: number): CustomerSeat =>
  seat({ id: `00000000-0000-4000-8000-${String(person).padStart(12, '0')}`, email: addressOf(person) })

function rosterOf(seated: number[], free: number): SeatsList {
  const seats = seated.map(seatOf)
  return { seats, total_seats: seats.length + free, available_seats: free }
}

type Outcome = AssignSeatsResult['outcome']

/** Returns a job for the people 0, 1, 2 … with these outcomes. */
function jobOf(status: BulkJob['status'], outcomes: Outcome[], change: Partial<BulkJob> = {}): BulkJob {
  const results = outcomes.map((outcome, person) => ({ recipient: { email: addressOf(person) }, outcome }))
  const done = outcomes.filter((outcome) => outcome !== 'skipped').length
  return {
    status,
    recipients: results.map(({ recipient }) => recipient),
    progress: { done, total: outcomes.length, assigned: 0, failed: 0, etaMs: 9000 },
    report: { source, results, complete: status === 'done' },
    error: null,
    ...change,
  }
}

const screenOf = (job: BulkJob, roster: SeatsList, invalidRows: BulkRow[] = []) =>
  bulkScreen(job, roster, invalidRows, en)
const countsOf = (job: BulkJob, roster: SeatsList) =>
  Object.fromEntries(screenOf(job, roster).counts.map(({ outcome, count }) => [outcome, count]))

test('a job that has not begun has no numbers', () => {
  const idleJob: BulkJob = { status: 'idle', recipients: [], progress: null, report: null, error: null }
  expect(screenOf(idleJob, rosterOf([], 5))).toMatchObject({ step: 'form', rows: [], status: '' })
  expect(screenOf({ ...idleJob, status: 'failed' }, rosterOf([], 5)).step).toBe('form')
})

test('a job begins with the number of people that the preview showed', () => {
  const list = [0, 1, 1, 2, 3, 4].map(addressOf).join('\n')
  const roster = rosterOf([2], 2)
  const { newcomers, recipients, counts } = previewBulk(`${list}\nnobody`, roster, en)
  const job: BulkJob = { status: 'running', recipients, progress: null, report: null, error: null }
  const screen = screenOf(job, roster)
  expect([newcomers, screen.done, screen.total]).toEqual([2, 0, 2])
  expect(screen.status).toBe('0 of 2 done.')
  expect(counts).toEqual([
    { outcome: 'new', count: 2 },
    { outcome: 'already_seated', count: 1 },
    { outcome: 'duplicate', count: 1 },
    { outcome: 'invalid', count: 1 },
    { outcome: 'no_seat', count: 2 },
  ])
  expect(screen.counts).toEqual([
    { outcome: 'already_seated', count: 1 },
    { outcome: 'duplicate', count: 1 },
    { outcome: 'no_seat', count: 2 },
    { outcome: 'skipped', count: 2 },
  ])
})

test('before the roster is loaded, nobody has a seat and no seat is free', () => {
  expect(previewBulk(addressOf(1), undefined, en).counts).toEqual([{ outcome: 'no_seat', count: 1 }])
  expect(bulkScreen(jobOf('stopped', ['skipped']), undefined, [], en).counts).toEqual([
    { outcome: 'no_seat', count: 1 },
  ])
})

describe('while a job runs', () => {
  test('the people for whom no seat is free are not in the total', () => {
    const job = jobOf('running', ['assigned', 'skipped', 'skipped', 'skipped'])
    expect(screenOf(job, rosterOf([0], 2))).toMatchObject({ done: 1, total: 3, remainingCount: 0 })
    expect(countsOf(job, rosterOf([0], 2))).toEqual({ assigned: 1, skipped: 2, no_seat: 1 })
  })

  test('a person whose seat is on the roster before the answer is still in the total', () => {
    const job = jobOf('running', ['assigned', 'skipped', 'skipped', 'skipped'])
    expect(screenOf(job, rosterOf([0, 1], 1))).toMatchObject({ done: 1, total: 3 })
  })

  test('optimistic rows take no seat', () => {
    const roster = rosterOf([0], 0)
    const optimisticSeat = { ...seatOf(1), id: 'optimistic:1' }
    const { done, total } = screenOf(jobOf('running', ['assigned', 'skipped', 'skipped']), {
      ...roster,
      total_seats: 3,
      seats: [...roster.seats, optimisticSeat],
    })
    expect([done, total]).toEqual([1, 3])
  })

  test('the remaining time is for the people in the total, and never 0 seconds', () => {
    const outcomes: Outcome[] = ['assigned', 'skipped', 'skipped', 'skipped']
    const timeLeftText = (etaMs: number | null, free: number) =>
      screenOf(
        jobOf('running', outcomes, { progress: { done: 1, total: 4, assigned: 1, failed: 0, etaMs } }),
        rosterOf([0], free),
      ).status
    expect(timeLeftText(9000, 3)).toBe('1 of 4 done. About 9 sec left.')
    expect(timeLeftText(9000, 1)).toBe('1 of 2 done. About 3 sec left.')
    expect(timeLeftText(30, 3)).toBe('1 of 4 done. About 1 sec left.')
    expect(timeLeftText(0, 3)).toBe('1 of 4 done.')
    expect(timeLeftText(null, 3)).toBe('1 of 4 done.')
    expect(timeLeftText(9000, 0)).toBe('1 of 1 done.')
  })

  test('the people whom a resumed job tries again are in the total', () => {
    const job = jobOf('running', ['assigned', 'failed', 'no_seat', 'skipped'], { progress: null })
    expect(screenOf(job, rosterOf([0], 2))).toMatchObject({ done: 1, total: 3 })
  })
})

describe('after a job', () => {
  test('a job can be continued for at most as many people as there are free seats', () => {
    const job = jobOf('stopped', ['assigned', 'skipped', 'failed', 'skipped', 'no_seat'])
    expect([0, 1, 2, 3, 9].map((free) => screenOf(job, rosterOf([0], free)).remainingCount)).toEqual([0, 1, 2, 3, 4])
  })

  test('the user is told to get more seats, until enough are free', () => {
    const job = jobOf('stopped', ['assigned', 'no_seat', 'no_seat'])
    const fullScreen = screenOf(job, rosterOf([0], 0))
    expect(fullScreen.status).toBe('1 of 1 done. There was no free seat for 2 people. Get more seats, then continue.')
    const screenWithFreeSeats = screenOf(job, rosterOf([0], 2))
    expect(screenWithFreeSeats.status).not.toContain('no free seat')
    expect(screenWithFreeSeats.remainingCount).toBe(2)
    expect(countsOf(job, rosterOf([0], 2))).toEqual({ assigned: 1, skipped: 2 })
  })

  test('people who got a seat in another way are not in the total', () => {
    const job = jobOf('stopped', ['assigned', 'skipped', 'failed'])
    expect(screenOf(job, rosterOf([0, 1, 2], 5))).toMatchObject({ remainingCount: 0, total: 1 })
    expect(countsOf(job, rosterOf([0, 1, 2], 5))).toEqual({ assigned: 1, already_seated: 2 })
  })

  test('the text after a list that invites nobody has no number 0', () => {
    expect(screenOf(jobOf('done', ['already_seated', 'duplicate']), rosterOf([0], 3)).status).toBe(
      'See below what happened to each person.',
    )
  })

  test('the reason of each failure is a sentence of the catalogue', () => {
    const error = { name: 'SeatsError', code: 'TimeoutError', status: undefined, detail: 'x', fieldErrors: {} }
    const job = jobOf('stopped', ['failed'])
    const results = [{ recipient: { email: addressOf(0) }, outcome: 'failed', error }] as unknown as AssignSeatsResult[]
    const { rows } = screenOf({ ...job, report: { source, results, complete: false } }, rosterOf([], 1))
    expect(rows).toEqual([
      {
        who: addressOf(0),
        outcome: 'failed',
        reason: 'The server took too long to answer. Try again in a moment.',
      },
    ])
  })

  test('an unexpected end has a message', () => {
    const { status } = screenOf(jobOf('failed', ['assigned', 'skipped']), rosterOf([0], 3))
    expect(status).toBe('1 of 2 done. Stopped early. Something went wrong on this page. Reload it, then try again.')
  })
})

test('the lines in which no recipient was found are among the rows', () => {
  const invalidRows: BulkRow[] = [{ who: 'nobody', outcome: 'invalid', reason: 'No address.' }]
  expect(screenOf(jobOf('done', ['assigned']), rosterOf([0], 1), invalidRows).rows).toContainEqual(invalidRows[0])
})

test('the numbers agree with each other and with the rows, for any job', () => {
  const outcomes = fc.array(
    fc.constantFrom<Outcome>('assigned', 'already_seated', 'duplicate', 'invalid', 'no_seat', 'failed', 'skipped'),
    { minLength: 1, maxLength: 12 },
  )
  const status = fc.constantFrom<BulkJob['status']>('running', 'stopped', 'done', 'failed')
  fc.assert(
    fc.property(status, outcomes, fc.nat(8), fc.boolean(), (status, outcomes, free, hasProgress) => {
      const seated = range(outcomes.length).filter((person) => outcomes[person] === 'assigned')
      const screen = screenOf(jobOf(status, outcomes, hasProgress ? {} : { progress: null }), rosterOf(seated, free))
      const { done, total, remainingCount, rows, counts, status: text } = screen
      expect(rows).toHaveLength(outcomes.length)
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(outcomes.length)
      expect(done).toBeLessThanOrEqual(total)
      expect(total).toBeLessThanOrEqual(outcomes.length)
      expect(remainingCount).toBeLessThanOrEqual(free)
      expect(text).not.toMatch(/\bof 0\b|\b0 sec/)
      const isAskedForSeats = text.includes('Get more seats')
      expect(isAskedForSeats && remainingCount < free).toBe(false)
    }),
  )
})
