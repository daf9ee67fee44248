import { SeatsError } from '@seats/core'
import type { SeatGateOptions } from './SeatGateOptions.ts'

const optionsInSeconds = ['maxAge', 'staleFor', 'graceAfterLapse'] as const

/** @throws SeatsError `ConfigurationError` if an option is missing or not valid. */
export function checkGateOptions(options: SeatGateOptions): void {
  if (typeof options.client?.listSeats !== 'function') {
    throw misconfigured('`client` is not a seats client. Pass the result of `createSeatsClient({ accessToken })`.')
  }
  for (const name of optionsInSeconds) {
    const value = options[name]
    if (value === undefined || (typeof value === 'number' && value >= 0)) continue
    throw misconfigured(`\`${name}\` is ${String(value)}. Give a number of seconds, 0 or more.`)
  }
  if (options.whenUnknown !== 'deny' && options.whenUnknown !== 'allow') {
    throw misconfigured(
      "`whenUnknown` is not set to 'deny' or 'allow'. It is the answer for a person about whom the gate has no data while Polar cannot be reached.",
    )
  }
  const { statuses } = options
  if (statuses !== undefined && !(Array.isArray(statuses) && statuses.every((status) => typeof status === 'string'))) {
    throw misconfigured("`statuses` is not an array of strings. Give, for example, `['active', 'trialing']`.")
  }
}

const misconfigured = (detail: string) =>
  new SeatsError({ code: 'ConfigurationError', detail: `createSeatGate: ${detail}` })
