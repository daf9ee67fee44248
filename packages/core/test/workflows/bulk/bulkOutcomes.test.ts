import { SeatsError, type SeatsErrorInit } from '@seats/core'
import { expect, test } from 'vitest'
import { answerKind, type AssignAnswer } from '../../../src/workflows/bulk/bulkOutcomes.ts'

const answers: [AssignAnswer, Omit<SeatsErrorInit, 'detail'>][] = [
  ['lost', { code: 'NetworkError', isAmbiguous: true }],
  ['lost', { code: 'ServerError', status: 503, isAmbiguous: true }],
  ['rate_limited', { code: 'RateLimited', status: 429 }],
  ['already_seated', { code: 'SeatAlreadyAssigned', status: 400 }],
  ['no_seat', { code: 'SeatNotAvailable', status: 400 }],
  ['invalid', { code: 'RequestValidationError', status: 422 }],
  ['refused', { code: 'MemberNotFound', status: 404 }],
  ['refused', { code: 'CustomerNotFound', status: 404 }],
  ['refused', { code: 'InvalidSeatAssignmentRequest', status: 400 }],
  ['refused', { code: 'MemberEmailMismatch', status: 400 }],
  // An app can wrap the client and refuse individual recipients.
  ['refused', { code: 'NotFromOurDomain' }],
  ['refused_for_all', { code: 'Unauthorized', status: 401 }],
  ['refused_for_all', { code: 'NotPermitted', status: 403 }],
  ['refused_for_all', { code: 'InsufficientScope', status: 403 }],
  ['refused_for_all', { code: 'ResourceNotFound', status: 404 }],
  // Polar refuses the token of `@seats/server`.
  ['refused_for_all', { code: 'UpstreamRefused', status: 502 }],
  // The app's function that returns the token threw, so no call was sent for any recipient.
  ['refused_for_all', { code: 'Unauthorized' }],
  ['refused_for_all', { code: 'ConfigurationError' }],
  // The `baseURL` leads to another server, for example by a wrong path or by a redirect to a sign-in page.
  ['refused_for_all', { code: 'NotFound', status: 404 }],
  ['refused_for_all', { code: 'InvalidResponse', status: 302 }],
]

test.each(answers)('the kind of the answer is %s for the error %o', (answer, init) => {
  expect(answerKind(new SeatsError({ ...init, detail: 'No.' }))).toBe(answer)
})
