import type { ClientInternals } from '../../internal/wire/internals.ts'

/** Returns the path of a subscription. It is another one for a session token. */
export const subscriptionPath = ({ mode }: ClientInternals, id: string): string =>
  `/v1/${mode === 'session' ? 'customer-portal/' : ''}subscriptions/${encodeURIComponent(id)}`
