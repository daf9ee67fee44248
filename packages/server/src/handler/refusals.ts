import { SeatsError, type SeatSource, type SeatsIssue } from '@seats/core'

/** The errors that a handler answers on its own, before or without Polar. */
export const invalid = (loc: SeatsIssue['loc'], msg: string, type = 'value_error'): SeatsError =>
  new SeatsError({ code: 'RequestValidationError', status: 422, detail: msg, issues: [{ type, loc, msg }] })

export const badRequest = (status: number, detail: string): SeatsError =>
  new SeatsError({ code: 'BadRequest', status, detail })

export const unauthorized = (): SeatsError =>
  new SeatsError({ code: 'Unauthorized', status: 401, detail: 'You are not signed in.' })

export const notGranted = (detail: string): SeatsError =>
  new SeatsError({ code: 'OperationNotGranted', status: 403, detail })

export const crossSite = (): SeatsError =>
  new SeatsError({
    code: 'CrossSiteRequest',
    status: 403,
    detail: 'This request did not come from a page of this site. Open the page again, then try once more.',
  })

export const notFound = (detail: string): SeatsError =>
  new SeatsError({ code: 'ResourceNotFound', status: 404, detail })

/** A path that leads nowhere, which Polar has no class name for. */
export const noSuchPath = (): SeatsError => new SeatsError({ code: 'NotFound', status: 404, detail: 'Not Found' })

/** In Polar's own words: what is not granted answers as what does not exist. */
export const sourceNotFound = (source: SeatSource): SeatsError =>
  notFound(source.subscription_id === undefined ? 'Order not found' : 'Subscription not found')

export const tooMany = (retryAfter: number): SeatsError =>
  new SeatsError({
    code: 'RateLimited',
    status: 429,
    retryAfter,
    detail: 'Too many requests. Wait a moment, then try again.',
  })

/** What went wrong here: told to the operator, and not to the page. */
export const failed = (): SeatsError =>
  new SeatsError({
    code: 'ServerError',
    status: 500,
    detail: 'Something went wrong on this server. Try again in a moment.',
  })
