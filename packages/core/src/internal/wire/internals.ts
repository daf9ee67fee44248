import type { Transport } from './Transport.ts'
import { misconfigured } from '../input/misconfigured.ts'

/** The parts of a client that workflows need in addition to its six operations. */
export type ClientInternals = Transport

/**
 * The key of an enumerable property of a client. So a spread, a `Proxy` or `Object.create` of the client has it too.
 */
const internalsKey: unique symbol = Symbol.for('@seats/core/internals')

/**
 * Returns the property that stores a client's internals. Its value is a function, so that a log of the client does not
 * show the internals.
 */
export const withInternals = (internals: ClientInternals): object => ({ [internalsKey]: () => internals })

/** Returns a client's internals, or `undefined` if `createSeatsClient` has not made the object. */
export const findInternals = (client: object): ClientInternals | undefined =>
  (client as { [internalsKey]?: () => ClientInternals })[internalsKey]?.()

/**
 * Returns a client's internals.
 *
 * @throws SeatsError `ConfigurationError` if there are none, because then no budget would limit the calls.
 */
export function internalsOf(client: object): ClientInternals {
  const internals = findInternals(client)
  if (internals === undefined) throw misconfigured('Give a client of createSeatsClient, or `{ ...client }`.')
  return internals
}
