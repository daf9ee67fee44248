import { isSeatsError, SeatsError, type CustomerSeat, type SeatsErrorInit } from '@seats/core'
import { en, explainError, type ErrorSentence } from '@seats/core/messages'
import { describe, expect, test } from 'vitest'
import { catalogues } from './catalogues.ts'
import { errorCodes } from './errorCodes.ts'

const uuid = '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11'
const error = (init: Partial<SeatsErrorInit> & { code: string }) => new SeatsError({ detail: 'English.', ...init })
const explain = (init: Partial<SeatsErrorInit> & { code: string }) => explainError(error(init), en)

describe('the sentence for an error', () => {
  test('depends on the code', () => {
    expect(explain({ code: 'SeatNotAvailable' })).toBe(
      'Every seat is taken. Revoke one or get more seats, then try again.',
    )
  })

  test('is the same for the error, its JSON, and the JSON as text', () => {
    const seatAlreadyAssigned = error({
      code: 'SeatAlreadyAssigned',
      detail: 'Seat already assigned to customer ada@example.com',
    })
    const sentence = 'ada@example.com already has a seat or an open invitation.'
    expect(explainError(seatAlreadyAssigned, en)).toBe(sentence)
    expect(explainError(seatAlreadyAssigned.toJSON(), en)).toBe(sentence)
    expect(explainError(JSON.parse(JSON.stringify(seatAlreadyAssigned)), en)).toBe(sentence)
  })

  test.each([
    ['a TypeError', new TypeError('x is not a function')],
    ['an abort', new DOMException('Aborted', 'AbortError')],
    ['a string', 'secret'],
    ['nothing', undefined],
    ['null', null],
    ['an object', { code: 'SeatNotAvailable' }],
  ])('says that the page has a fault: %s', (_what, thrown) => {
    expect(explainError(thrown, en)).toBe('Something went wrong on this page. Reload it, then try again.')
  })

  test.each([
    [`Seat already assigned to customer ${uuid}`],
    [`Seat already assigned to customer ${uuid}@x.example`],
    ['Seat already assigned to customer emp-42'],
    ['Seat already assigned to customer polar_cst_abcdefghijklmnop@x'],
  ])('contains no address and no id if Polar’s text has no address: %s', (detail) => {
    expect(explain({ code: 'SeatAlreadyAssigned', detail })).toBe(
      'This person already has a seat or an open invitation.',
    )
  })

  test('contains the name that the page has given', () => {
    const assignedError = error({ code: 'SeatAlreadyAssigned', detail: `Seat already assigned to customer ${uuid}` })
    expect(explainError(assignedError, en, { who: 'Ada' })).toBe('Ada already has a seat or an open invitation.')
  })

  test.each([
    ['Minimum 3 seats required.', 'BelowMinimumSeats', 'This subscription needs at least 3 seats.'],
    ['The smallest seat count is 1.', 'BelowMinimumSeats', 'This subscription needs at least 1 seat.'],
    ['Too few.', 'BelowMinimumSeats', 'That is fewer than this subscription allows. Choose more seats.'],
    ['Maximum 1000 seats allowed.', 'AboveMaximumSeats', 'This subscription can have at most 1,000 seats.'],
    [
      'Cannot decrease seats to 2. Currently 4 seats are assigned. Revoke seats first.',
      'SeatsAlreadyAssigned',
      '4 seats in use: to go below that, revoke some first.',
    ],
  ])('contains the limit in the server’s text: %s', (detail, code, sentence) => {
    expect(explain({ code, detail })).toBe(sentence)
  })

  test.each([
    [12, 'Try again in 12 seconds.'],
    [1, 'Try again in 1 second.'],
    [0.4, 'Try again in 1 second.'],
    [121, 'Try again in 3 minutes.'],
    [3600, 'Try again in 1 hour.'],
  ])('contains the time to wait: %d s', (retryAfter, sentence) => {
    expect(explain({ code: 'RateLimited', retryAfter })).toContain(sentence)
  })

  test.each([undefined, Number.NaN, Infinity])('contains no time to wait if `retryAfter` is %d', (retryAfter) => {
    expect(explain({ code: 'RateLimited', retryAfter })).toBe(
      'Too many requests at once. Wait a moment, then try again.',
    )
  })

  test('is about the invitation on a claim page', () => {
    const sentence = 'It has expired, has already been used, or has been withdrawn.'
    expect(explain({ code: 'ResourceNotFound', operation: 'getClaimInfo' })).toBe(sentence)
    expect(explain({ code: 'InvalidInvitationToken', operation: 'claimSeat' })).toBe(sentence)
  })

  test.each(['previewSeatCount', 'listSeats', 'assignSeat'] as const)(
    'is about the subscription for %s',
    (operation) => {
      expect(explain({ code: 'ResourceNotFound', operation })).toBe('This subscription no longer exists.')
    },
  )
})

describe('the sentence for a lost answer', () => {
  const lostAnswer = { code: 'TimeoutError', isAmbiguous: true } as const

  test.each([
    ['assignSeat', 'The change may have gone through: check the list before you try again.'],
    ['updateSeatCount', 'The purchase may still go through: do not repeat it.'],
    ['claimSeat', 'The invitation may have been accepted. Reload the page before you try again.'],
  ] as const)('of %s says what may have happened', (operation, sentence) => {
    expect(explain({ ...lostAnswer, operation })).toContain(`The server took too long to answer. ${sentence}`)
  })

  test('of a read says to try again', () => {
    expect(explain({ code: 'NetworkError', operation: 'listSeats' })).toBe(
      'The server cannot be reached. Try again in a moment.',
    )
  })

  test.each(['RateLimited', 'SubscriptionLocked', 'NewCode'])('does not say to try again at once: %s', (code) => {
    expect(explain({ code, retryAfter: 5, isAmbiguous: true, operation: 'assignSeat', status: 429 })).toBe(
      'The server gave no clear answer. The change may have gone through: check the list before you try again.',
    )
  })

  test('of a revoke says that another person may have lost the seat', () => {
    expect(explain({ code: 'SeatOccupantChanged', operation: 'revokeSeat', isAmbiguous: true })).toBe(
      'Somebody else got this seat just before it was revoked, and may have lost it. Check the list, and invite them again if they are missing.',
    )
  })
})

test('the sentence for a revoke that took the seat from a new occupant says that they may have lost the seat', () => {
  const seat = { status: 'revoked' } as CustomerSeat
  expect(explain({ code: 'SeatOccupantChanged', operation: 'revokeSeat', seat })).toMatch(/may have lost it/)
})

describe('the sentence for a re-invitation that failed after its revoke', () => {
  const recipient = { email: 'ada@example.com' }

  test('says that the old invitation is gone', () => {
    expect(explain({ code: 'SeatNotAvailable', operation: 'assignSeat', recipient })).toBe(
      'The old invitation was withdrawn, but a new one could not be sent. Every seat is taken. Revoke one or get more seats, then try again.',
    )
  })

  test('says that the old invitation may be gone if the answer of the revoke was lost', () => {
    expect(explain({ code: 'NetworkError', operation: 'revokeSeat', isAmbiguous: true, recipient })).toMatch(
      /^The old invitation may have been withdrawn, and no new one was sent\. The server cannot be reached\./,
    )
  })
})

describe.each(catalogues)('in %s', (_name, catalogue) => {
  test('each code has its own sentence, without ids and secrets', () => {
    const secret = 'polar_oat_aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789'
    const detail = `Zebra crossing for ${uuid} with ${secret}`
    for (const code of errorCodes) {
      const sentence = explainError(error({ code, detail, status: 400 }), catalogue)
      expect(sentence, code).not.toBe(catalogue.errors.unknown)
      expect(sentence, code).not.toMatch(/zebra|undefined|[{}]|[\da-f]{8}-|polar_/i)
      expect(sentence.length, code).toBeGreaterThan(5)
    }
  })

  test('even an unknown code has a sentence', () => {
    expect(explainError(error({ code: 'NewThing', status: 409 }), catalogue)).toBe(catalogue.errors.refused)
    expect(explainError(error({ code: 'NewThing', status: 503 }), catalogue)).toContain(
      catalogue.errors.byCode.ServerError,
    )
    expect(explainError(error({ code: 'constructor' }), catalogue)).toBe(catalogue.errors.unknown)
  })
})

test('the English catalogue has a sentence for each code that the packages can produce', () => {
  const sentences: Record<string, ErrorSentence> = en.errors.byCode
  expect(errorCodes.length).toBeGreaterThan(40)
  expect(errorCodes.filter((code) => !Object.hasOwn(sentences, code))).toEqual([])
  expect(isSeatsError(error({ code: 'NotFound' }))).toBe(true)
})
