export { createSeatsHandler, type SeatsHandler, type SeatsHandlerOptions } from '../createSeatsHandler.ts'
export type { Authorize, AuthorizeContext, Grant } from '../handler/Grant.ts'
