import { SeatsError, type SeatsList } from '@seats/core'
import { en } from '@seats/core/messages'
import { inviteNews, isInviteOver } from '@seats/core/ui'
import { expect, test } from 'vitest'
import { seat } from '../seat.ts'

const variables = { email: 'ada@fernhill.example' }
const seated: SeatsList = { seats: [seat({})], total_seats: 1, available_seats: 0 }
const free: SeatsList = { seats: [], total_seats: 1, available_seats: 1 }
const emptyRoster: SeatsList = { seats: [], total_seats: 0, available_seats: 0 }
const inAdvance: SeatsList = { seats: [seat({ id: 'optimistic:1' })], total_seats: 1, available_seats: 0 }

const already = new SeatsError({ code: 'SeatAlreadyAssigned', status: 400, detail: 'Taken.' })
const full = new SeatsError({ code: 'SeatNotAvailable', status: 400, detail: 'Full.' })
const lost = new SeatsError({ code: 'TimeoutError', detail: 'Late.', isAmbiguous: true })
const invalid = new SeatsError({ code: 'RequestValidationError', status: 422, detail: 'Bad.' })

const failed = (error: SeatsError) => ({ variables, data: undefined, error })
const answered = { variables, data: seat({}), error: null }

test('the message after an answered invitation names the person', () => {
  expect(inviteNews(answered, seated, en)).toMatchObject({ success: 'ada@fernhill.example was invited.', problem: '' })
  const claimed = { ...answered, data: seat({ status: 'claimed' }) }
  expect(inviteNews(claimed, seated, en).success).toBe('ada@fernhill.example has a seat now.')
})

test('there is no message before an invitation', () => {
  const untried = { variables: undefined, data: undefined, error: null }
  expect(inviteNews(untried, seated, en)).toEqual({ success: '', problem: '' })
})

test('the message after a lost answer says that the result is not certain, until the roster shows the person', () => {
  expect(inviteNews(failed(lost), free, en)).toEqual({
    success: '',
    problem:
      'No answer came, so it is not certain that ada@fernhill.example was invited. Look for them in the list. If they are not there, try again.',
  })
  expect(inviteNews(failed(lost), undefined, en).success).toBe('')
  expect(inviteNews(failed(lost), inAdvance, en).success).toBe('')
  expect(inviteNews(failed(lost), seated, en)).toEqual({
    seat: seated.seats[0],
    success: 'ada@fernhill.example was invited.',
    problem: '',
  })
})

test('the message to a team without seats says to get seats first', () => {
  expect(inviteNews(failed(full), emptyRoster, en).problem).toBe('Get seats first, then invite people.')
  expect(inviteNews(failed(full), seated, en).problem).toContain('Every seat is taken.')
  expect(inviteNews(failed(full), undefined, en).problem).toContain('Every seat is taken.')
})

test.each([
  ['the person had a seat, and has none now', failed(already), seated, free, true],
  ['the person still has a seat', failed(already), seated, seated, false],
  ['the person is on neither roster', failed(already), free, free, false],
  ['only an optimistic row is gone', failed(already), inAdvance, free, false],
  ['a seat is free now', failed(full), seated, free, true],
  ['seats were bought', failed(full), emptyRoster, free, true],
  ['no seat is free yet', failed(full), seated, seated, false],
  ['a seat was free already', failed(full), free, free, false],
  ['the error is about something else', failed(invalid), emptyRoster, free, false],
  ['no roster was known before', failed(already), undefined, free, false],
  ['no roster is known now', failed(full), seated, undefined, false],
  ['the invited person is revoked', answered, seated, free, true],
  ['the invited person stays', answered, free, seated, false],
] as const)(
  'the message about an invitation is out of date or still right: %s',
  (_, call, rosterBefore, rosterNow, isOver) => {
    expect(isInviteOver(call, rosterBefore, rosterNow)).toBe(isOver)
  },
)
