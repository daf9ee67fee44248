import type { ClientInternals } from '../../internal/wire/internals.ts'

/** Returns the path of a subscription. With a session token, it is the path in the customer portal. */
export const subscriptionPath = ({ mode }: ClientInternals, id: string): string =>
  `/v1/${mode === 'session' ? 'customer-portal/' : ''}subscriptions/${encodeURIComponent(id)}`
