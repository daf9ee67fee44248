import { isSeatsError } from '../../errors/isSeatsError.ts'

/** The errors that a person can solve on the page for their payment methods. */
const ofTheCard = new Set<string>(['PaymentFailed', 'PaymentActionRequired', 'PaymentMethodRequired'])

/**
 * Returns the address for a link to the billing page if an error is about the payment method. Returns undefined for an
 * address with another scheme than `http` and `https`, because a script could hide in it.
 *
 * @param page the address of the current page, to which a relative address is resolved
 */
export function billingLink(error: unknown, manageBillingUrl: string | undefined, page: string): string | undefined {
  if (manageBillingUrl === undefined || !isSeatsError(error) || !ofTheCard.has(error.code)) return undefined
  if (!URL.canParse(manageBillingUrl, page)) return undefined
  const { protocol, href } = new URL(manageBillingUrl, page)
  return protocol === 'https:' || protocol === 'http:' ? href : undefined
}
