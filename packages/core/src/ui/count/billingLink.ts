import { isSeatsError } from '../../errors/isSeatsError.ts'
import { billingAddress } from './billingAddress.ts'

/** The codes of the errors that a user can solve on the billing page, by changing the payment method. */
const paymentMethodErrors = new Set<string>(['PaymentFailed', 'PaymentActionRequired', 'PaymentMethodRequired'])

/** Returns the address of the billing page if an error is about the payment method. Otherwise returns undefined. */
export const billingLink = (error: unknown, manageBillingUrl: string | undefined, page: string): string | undefined =>
  isSeatsError(error) && paymentMethodErrors.has(error.code) ? billingAddress(manageBillingUrl, page) : undefined
