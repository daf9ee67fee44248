import type { Transport } from './Transport.ts'
import { misconfigured } from '../input/misconfigured.ts'

/** The parts of a client that workflows need in addition to its six operations. */
export type ClientInternals = Transport

/**
 * The key of the property that stores a client's internals. The property is enumerable, so that a spread of the client
 * has it too. It is also found through a `Proxy` or an `Object.create` of the client.
 */
const internalsKey: unique symbol = Symbol.for('@seats/core/internals')

/**
 * Returns an object with the property that stores a client's internals. The value is a function, so that a log of the
 * client does not show the internals.
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
