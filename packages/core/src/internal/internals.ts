import type { Transport } from './call.ts'

/** What workflows need of a client beyond its six operations. */
export type ClientInternals = Pick<Transport, 'budget' | 'requests' | 'retry' | 'namesSource'>

const all = new WeakMap<object, ClientInternals>()

export const setInternals = (client: object, internals: ClientInternals): void => {
  all.set(client, internals)
}

/** Undefined for an object that somebody wrapped around a client. */
export const internalsOf = (client: object): ClientInternals | undefined => all.get(client)
