import { cachedFormat } from './cachedFormat.ts'

/**
 * Formats an amount in the currency's smallest unit, as Polar gives it: cents for euros, yen for yen.
 *
 * @param amount A whole number, in the smallest unit of the currency
 * @param currency A code of ISO 4217, in upper or lower case: `'usd'`
 * @param locale A BCP 47 tag, such as `'de-AT'`. The default is the locale of the runtime.
 * @throws RangeError if the currency or the locale is not well formed
 *
 * @example
 * ```ts
 * import { formatMoney } from '@seats/core/messages'
 *
 * console.log(formatMoney(2400, 'usd', 'en'), formatMoney(2400, 'jpy', 'en'))
 * // $24.00 ¥2,400
 * ```
 */
export function formatMoney(amount: number, currency: string, locale?: string): string {
  const format = cachedFormat(
    ['money', locale, currency],
    () => new Intl.NumberFormat(locale, { style: 'currency', currency }),
  )
  // Adding 0 turns -0 into 0.
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2) + 0)
}
