/**
 * Returns the absolute address of the billing page. Returns undefined without an address, for an invalid address, and
 * for a scheme other than `http` and `https`, because such an address can contain a script.
 *
 * @param page the address of the current page, to which a relative address is resolved
 */
export function billingAddress(manageBillingUrl: string | undefined, page: string): string | undefined {
  if (manageBillingUrl === undefined || !URL.canParse(manageBillingUrl, page)) return undefined
  const { protocol, href } = new URL(manageBillingUrl, page)
  return protocol === 'https:' || protocol === 'http:' ? href : undefined
}
