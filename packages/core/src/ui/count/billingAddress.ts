/**
 * Returns the absolute address of the billing page. Returns undefined for an address with a scheme other than `http`
 * and `https`, because a script could hide in it.
 *
 * @param page the address of the current page, to which a relative address is resolved
 */
export function billingAddress(manageBillingUrl: string | undefined, page: string): string | undefined {
  if (manageBillingUrl === undefined || !URL.canParse(manageBillingUrl, page)) return undefined
  const { protocol, href } = new URL(manageBillingUrl, page)
  return protocol === 'https:' || protocol === 'http:' ? href : undefined
}
