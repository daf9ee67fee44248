import { SeatsError, type SeatsList } from '@seats/core'
import { en } from '@seats/core/messages'
import { inviteNews, isInviteOver } from '@seats/core/ui'
import { expect, test } from 'vitest'
import { seat } from '../seat.ts'

const variables = { email: 'ada@fernhill.example' }
const seatedRoster: SeatsList = { seats: [seat({})], total_seats: 1, available_seats: 0 }
const freeRoster: SeatsList = { seats: [], total_seats: 1, available_seats: 1 }
const emptyRoster: SeatsList = { seats: [], total_seats: 0, available_seats: 0 }
const optimisticRoster: SeatsList = { seats: [seat({ id: 'optimistic:1' })], total_seats: 1, available_seats: 0 }

const alreadyError = new SeatsError({ code: 'SeatAlreadyAssigned', status: 400, detail: 'Taken.' })
const fullError = new SeatsError({ code: 'SeatNotAvailable', status: 400, detail: 'Full.' })
const lostError = new SeatsError({ code: 'TimeoutError', detail: 'Late.', isAmbiguous: true })
const invalidError = new SeatsError({ code: 'RequestValidationError', status: 422, detail: 'Bad.' })

const rosterBefore = freeRoster
const failedCall = (error: SeatsError) => ({ variables, data: undefined, error, rosterBefore })
const answeredCall = { variables, data: seat({}), error: null, rosterBefore }

test('the message after an answered invitation contains the address of the person', () => {
  expect(inviteNews(answeredCall, seatedRoster, en)).toMatchObject({
    success: 'ada@fernhill.example was invited.',
    problem: '',
  })
  const claimed = { ...answeredCall, data: seat({ status: 'claimed' }) }
  expect(inviteNews(claimed, seatedRoster, en).success).toBe('ada@fernhill.example has a seat now.')
})

test('there is no message before an invitation', () => {
  const untriedCall = { variables: undefined, data: undefined, error: null, rosterBefore }
  expect(inviteNews(untriedCall, seatedRoster, en)).toEqual({ success: '', problem: '' })
})

test('the message after a lost answer says that the result is not certain, until the roster shows the person', () => {
  expect(inviteNews(failedCall(lostError), freeRoster, en)).toEqual({
    success: '',
    problem:
      'No answer came, so it is not certain that ada@fernhill.example was invited. Look for them in the list. If they are not there, try again.',
  })
  expect(inviteNews(failedCall(lostError), undefined, en).success).toBe('')
  expect(inviteNews(failedCall(lostError), optimisticRoster, en).success).toBe('')
  expect(inviteNews(failedCall(lostError), seatedRoster, en)).toEqual({
    seat: seatedRoster.seats[0],
    success: 'ada@fernhill.example was invited.',
    problem: '',
  })
})

test('the message after a lost answer stays uncertain if the person may have had the seat before', () => {
  const lostCall = failedCall(lostError)
  for (const before of [seatedRoster, undefined]) {
    const news = inviteNews({ ...lostCall, rosterBefore: before }, seatedRoster, en)
    expect(news).toMatchObject({ success: '', problem: expect.stringContaining('it is not certain') })
    expect(news.seat).toBeUndefined()
  }
  const newRoster = { ...seatedRoster, seats: [seat({ id: 'another seat' })] }
  expect(inviteNews({ ...lostCall, rosterBefore: seatedRoster }, newRoster, en).seat).toBe(newRoster.seats[0])
})

test('the message to a team without seats says to get seats first', () => {
  expect(inviteNews(failedCall(fullError), emptyRoster, en).problem).toBe('Get seats first, then invite people.')
  expect(inviteNews(failedCall(fullError), seatedRoster, en).problem).toContain('Every seat is taken.')
  expect(inviteNews(failedCall(fullError), undefined, en).problem).toContain('Every seat is taken.')
})

test.each([
  ['the person had a seat, and has none now', failedCall(alreadyError), seatedRoster, freeRoster, true],
  ['the person still has a seat', failedCall(alreadyError), seatedRoster, seatedRoster, false],
  ['the person is on neither roster', failedCall(alreadyError), freeRoster, freeRoster, false],
  ['only an optimistic row is gone', failedCall(alreadyError), optimisticRoster, freeRoster, false],
  ['a seat is free now', failedCall(fullError), seatedRoster, freeRoster, true],
  ['seats were bought', failedCall(fullError), emptyRoster, freeRoster, true],
  ['no seat is free yet', failedCall(fullError), seatedRoster, seatedRoster, false],
  ['a seat was free already', failedCall(fullError), freeRoster, freeRoster, false],
  ['the error is about something else', failedCall(invalidError), emptyRoster, freeRoster, false],
  ['no roster was known before', failedCall(alreadyError), undefined, freeRoster, false],
  ['no roster is known now', failedCall(fullError), seatedRoster, undefined, false],
  ['the seat of the invited person was revoked', answeredCall, seatedRoster, freeRoster, true],
  ['the invited person has the seat', answeredCall, freeRoster, seatedRoster, false],
] as const)(
  'the message about an invitation is out of date or still right: %s',
  (_, call, rosterBefore, rosterNow, isOver) => {
    expect(isInviteOver(call, rosterBefore, rosterNow)).toBe(isOver)
  },
)
