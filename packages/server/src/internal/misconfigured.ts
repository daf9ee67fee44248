import { SeatsError } from '@seats/core'

/** Returns the error for a wrong set-up. `detail` says what to write instead. */
export const misconfigured = (detail: string): SeatsError => new SeatsError({ code: 'ConfigurationError', detail })
