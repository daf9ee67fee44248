import { SeatsError, type SeatsList } from '@seats/core'
import { inviteNews } from '@seats/core/ui'
import { expect, test } from 'vitest'
import { seat } from '../seat.ts'

const ada = { email: 'ada@fernhill.example' }
const seated: SeatsList = { seats: [seat({})], total_seats: 1, available_seats: 0 }
const free: SeatsList = { seats: [], total_seats: 1, available_seats: 1 }
const inAdvance: SeatsList = { seats: [seat({ id: 'optimistic:1' })], total_seats: 1, available_seats: 0 }

const already = new SeatsError({ code: 'SeatAlreadyAssigned', status: 400, detail: 'Taken.' })
const full = new SeatsError({ code: 'SeatNotAvailable', status: 400, detail: 'Full.' })
const lost = new SeatsError({ code: 'TimeoutError', detail: 'Late.', isAmbiguous: true })
const invalid = new SeatsError({ code: 'RequestValidationError', status: 422, detail: 'Bad.' })

test.each([
  ['the person had a seat, and has none now', already, seated, free, 'over'],
  ['the person has still a seat', already, seated, seated, undefined],
  ['the seat is not on the first roster', already, free, free, undefined],
  ['only a row in advance is gone', already, inAdvance, free, undefined],
  ['a seat is free now', full, seated, free, 'over'],
  ['no seat is free yet', full, seated, seated, undefined],
  ['the answer was lost, and the person is on the roster', lost, undefined, seated, 'done'],
  ['the answer was lost, and the person is not on the roster', lost, free, free, undefined],
  ['the answer was lost, and the row is only in advance', lost, free, inAdvance, undefined],
  ['the error is about something else', invalid, seated, free, undefined],
  ['no roster was known before', already, undefined, free, undefined],
] as const)('if %s', (_, error, before, after, news) => {
  expect(inviteNews(error, ada, before, after)).toBe(news)
})
