import { mayHaveHappenedText } from './mayHaveHappenedText.ts'
import { SeatsError, type CustomerSeat, type SeatSource, type SeatsIssue, type SeatsIssueCode } from '@seats/core'

/**
 * An error that the page may see: this server or Polar refused the request, or Polar did not answer. Every other error,
 * for example a `SeatsError` that a callback throws, is reported to the operator, and the page gets a plain 500.
 */
export class Refusal extends SeatsError {}

/** Returns the refusal for an input that is not valid. `loc`, `msg` and `type` have the form of Polar's own errors. */
export const invalid = (code: SeatsIssueCode, loc: SeatsIssue['loc'], msg: string, type = 'value_error'): Refusal =>
  new Refusal({ code: 'RequestValidationError', status: 422, detail: msg, issues: [{ code, type, loc, msg }] })

export const invalidUuid = (loc: SeatsIssue['loc']): Refusal =>
  invalid('invalid_id', loc, 'Input should be a valid UUID', 'uuid_parsing')

/** Returns the refusal with this status. Its code is always `BadRequest`. */
export const refusal = (status: number, detail: string): Refusal => new Refusal({ code: 'BadRequest', status, detail })

export const unauthorized = (): Refusal =>
  new Refusal({ code: 'Unauthorized', status: 401, detail: 'You are not signed in.' })

export const notGranted = (detail: string): Refusal => new Refusal({ code: 'OperationNotGranted', status: 403, detail })

export const crossSite = (): Refusal =>
  new Refusal({
    code: 'CrossSiteRequest',
    status: 403,
    detail: 'This request did not come from a page of this site. Open the page again, then try once more.',
  })

export const notFound = (detail: string): Refusal => new Refusal({ code: 'ResourceNotFound', status: 404, detail })

/** Returns the refusal for an unknown path. Its code is Seats' own, because Polar names no error for this. */
export const noSuchPath = (): Refusal => new Refusal({ code: 'NotFound', status: 404, detail: 'Not Found' })

/** Returns the refusal for a source that is not granted. It equals Polar's refusal for a source that does not exist. */
export const sourceNotFound = (source: SeatSource): Refusal =>
  notFound(source.subscription_id === undefined ? 'Order not found' : 'Subscription not found')

/** Returns the refusal for a revoke that names no occupant. Old clients send such a revoke. */
export const occupantRequired = (): Refusal =>
  new Refusal({
    code: 'SeatOccupantRequired',
    status: 428,
    detail: 'This request does not say whose seat it means. Reload the page, then try again.',
  })

/**
 * Returns the refusal for a seat whose occupant is not the person whom the request means.
 *
 * @param seat The seat as it is now.
 * @param outcome What happened to the new occupant: the request has not changed their seat, they have lost it for a
 * moment, or they may have no seat now.
 * @param failure The error of the attempt to seat the new occupant again.
 */
export const occupantChanged = (
  seat: CustomerSeat,
  outcome: keyof typeof occupantTexts,
  failure?: SeatsError,
): Refusal =>
  new Refusal({
    code: 'SeatOccupantChanged',
    status: 409,
    detail: failure?.detail ?? occupantTexts[outcome],
    seat,
    cause: failure,
  })

const occupantTexts = {
  unchanged: 'Somebody else has this seat by now. Nothing was changed.',
  givenBack:
    'Somebody else got this seat just before it was revoked. They lost it for a moment, and were seated again.',
  mayBeLost:
    'Somebody else got this seat just before it was revoked, and may have lost it. Look at the list, and invite them again if they are missing.',
}

export const tooMany = (retryAfter: number): Refusal =>
  new Refusal({
    code: 'RateLimited',
    status: 429,
    retryAfter,
    detail: 'Too many requests. Wait a moment, then try again.',
  })

/**
 * Returns the refusal for an error of this server. The page sees no details. The caller reports them to the operator.
 *
 * @param isAmbiguous Whether a change may have been made at Polar before the error.
 */
export const failed = (isAmbiguous: boolean): Refusal =>
  new Refusal({
    code: 'ServerError',
    status: 500,
    isAmbiguous,
    detail: `Something went wrong on this server. ${isAmbiguous ? mayHaveHappenedText : 'Try again in a moment.'}`,
  })

export const shuttingDown = (): Refusal =>
  new Refusal({ code: 'ServerError', status: 503, detail: 'This server is shutting down.' })

/**
 * The refusal for a page that closed the connection. Nobody reads this answer, so it is neither audited nor reported.
 */
export class PageLeft extends Refusal {
  constructor() {
    super({ code: 'BadRequest', status: 499, detail: 'The page left before the answer.' })
  }
}
