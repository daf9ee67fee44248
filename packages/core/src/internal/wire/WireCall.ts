import type { SeatsOperation } from '../../errors/SeatsError.ts'

/** One operation as it goes over the wire. */
export interface WireCall {
  operation: SeatsOperation
  method: 'GET' | 'POST' | 'DELETE'
  /** With the query. */
  path: string
  body?: unknown
  /** Besides those that every call has. */
  headers?: Record<string, string>
  /** Reading only: sending it twice does nothing twice. */
  safe: boolean
  /** Claim calls carry no token: a bad one would be refused, and none is needed. */
  anonymous?: boolean
  /** The invitation token in the path or the body, which must not come back in an error. */
  secret?: string
}
