import type { SeatsOperation } from '../../errors/SeatsError.ts'

/** The request of one operation. */
export interface WireCall {
  operation: SeatsOperation
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** The path with the query. */
  path: string
  body?: unknown
  /** Headers in addition to those of every call. */
  headers?: Record<string, string>
  /** True if the call only reads, so that it can be sent again. */
  safe: boolean
  /** True for claim calls. They need no token, and Polar would refuse a wrong token. */
  anonymous?: boolean
  /** The invitation token in the path or the body. It must not appear in an error. */
  secret?: string
}
