import type { Transport } from './Transport.ts'
import { misconfigured } from '../input/misconfigured.ts'

/** The parts of a client that workflows need beside its six operations. */
export type ClientInternals = Pick<Transport, 'budget' | 'requests' | 'retry' | 'namesSource'>

/** Enumerable on a client, so that it outlives a spread, a `Proxy` and `Object.create`. */
const key: unique symbol = Symbol.for('@seats/core/internals')

/** Returns the property to define on a client. It is a function, so that a logged client does not show what is inside. */
export const withInternals = (internals: ClientInternals): object => ({ [key]: () => internals })

/** Returns `undefined` for an object that has nothing of a client, such as one written for a test. */
export function findInternals(client: object): ClientInternals | undefined {
  return (client as { [key]?: () => ClientInternals })[key]?.()
}

/** Throws a `ConfigurationError` for such an object: calls through it would keep to no budget. */
export function internalsOf(client: object): ClientInternals {
  const internals = findInternals(client)
  if (internals !== undefined) return internals
  throw misconfigured(
    'This is not a client of createSeatsClient. To change what a method does, spread the client: `{ ...client, listSeats }`.',
  )
}
