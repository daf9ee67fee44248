import { SeatsError, type CustomerSeat, type SeatSource, type SeatsIssue } from '@seats/core'

/**
 * What a page is told: a refusal of this server's own, or what Polar answered. Only what is made here as one is; any
 * other error, a `SeatsError` out of a callback among them, is the operator's.
 */
export class Refusal extends SeatsError {}

export const invalid = (loc: SeatsIssue['loc'], msg: string, type = 'value_error'): Refusal =>
  new Refusal({ code: 'RequestValidationError', status: 422, detail: msg, issues: [{ type, loc, msg }] })

export const invalidUuid = (loc: SeatsIssue['loc']): Refusal =>
  invalid(loc, 'Input should be a valid UUID', 'uuid_parsing')

export const badRequest = (status: number, detail: string): Refusal =>
  new Refusal({ code: 'BadRequest', status, detail })

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

/** A path that leads nowhere, which Polar has no class name for. */
export const noSuchPath = (): Refusal => new Refusal({ code: 'NotFound', status: 404, detail: 'Not Found' })

/** In Polar's own words: what is not granted answers as what does not exist. */
export const sourceNotFound = (source: SeatSource): Refusal =>
  notFound(source.subscription_id === undefined ? 'Order not found' : 'Subscription not found')

/** For an old client, whose revoke would not say whom it means. */
export const occupantRequired = (): Refusal =>
  new Refusal({
    code: 'SeatOccupantRequired',
    status: 428,
    detail: 'This request does not say whose seat it means. Reload the page, then try again.',
  })

/** The seat is as it is now. `failure` is why somebody who lost it by mistake could not be seated again. */
export const occupantChanged = (seat: CustomerSeat, failure?: SeatsError): Refusal =>
  new Refusal({
    code: 'SeatOccupantChanged',
    status: 409,
    detail: failure?.detail ?? 'Somebody else has this seat by now. Nothing was changed.',
    seat,
    cause: failure,
  })

export const tooMany = (retryAfter: number): Refusal =>
  new Refusal({
    code: 'RateLimited',
    status: 429,
    retryAfter,
    detail: 'Too many requests. Wait a moment, then try again.',
  })

/** What went wrong here: told to the operator, and not to the page. */
export const failed = (): Refusal =>
  new Refusal({
    code: 'ServerError',
    status: 500,
    detail: 'Something went wrong on this server. Try again in a moment.',
  })

export const shuttingDown = (): Refusal =>
  new Refusal({ code: 'ServerError', status: 503, detail: 'This server is shutting down.' })

/** For a page that has left, which is nobody's mistake: nobody reads it, and it is not audited. */
export class PageLeft extends Refusal {
  constructor() {
    super({ code: 'BadRequest', status: 499, detail: 'The page left before the answer.' })
  }
}
