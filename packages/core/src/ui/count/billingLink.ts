import { isSeatsError } from '../../errors/isSeatsError.ts'

/** Errors that the person solves on the page where payment methods are managed. */
const ofTheCard = new Set<string>(['PaymentFailed', 'PaymentActionRequired', 'PaymentMethodRequired'])

/**
 * Returns the address for a link to the billing page if an error is about the payment method. Returns undefined for an
 * address with another scheme than `http` and `https`, because a script could hide in it.
 *
 * @param page the address of the page, which a relative address starts from
 */
export function billingLink(error: unknown, manageBillingUrl: string | undefined, page: string): string | undefined {
  if (manageBillingUrl === undefined || !isSeatsError(error) || !ofTheCard.has(error.code)) return undefined
  if (!URL.canParse(manageBillingUrl, page)) return undefined
  const { protocol, href } = new URL(manageBillingUrl, page)
  return protocol === 'https:' || protocol === 'http:' ? href : undefined
}
