import { isSeatsError } from '../../errors/isSeatsError.ts'
import { billingAddress } from './billingAddress.ts'

/** The codes of the errors that a person can solve on the page for their payment methods. */
const paymentMethodErrors = new Set<string>(['PaymentFailed', 'PaymentActionRequired', 'PaymentMethodRequired'])

/** Returns the address for a link to the billing page if an error is about the payment method. */
export const billingLink = (error: unknown, manageBillingUrl: string | undefined, page: string): string | undefined =>
  isSeatsError(error) && paymentMethodErrors.has(error.code) ? billingAddress(manageBillingUrl, page) : undefined
