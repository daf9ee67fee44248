import { misconfigured } from '../internal/misconfigured.ts'
import type { SeatGateOptions } from './SeatGateOptions.ts'

const optionsInSeconds = ['maxAge', 'staleFor', 'graceAfterLapse'] as const

/** @throws SeatsError `ConfigurationError` if an option is missing or not valid. */
export function checkGateOptions(options: SeatGateOptions): void {
  if (typeof options.client?.listSeats !== 'function') {
    throw configurationError('`client` is not a seats client. Pass the result of `createSeatsClient({ accessToken })`.')
  }
  for (const name of optionsInSeconds) {
    const value = options[name]
    if (value === undefined || (typeof value === 'number' && value >= 0)) continue
    throw configurationError(`\`${name}\` is ${String(value)}. Give a number of seconds, 0 or more.`)
  }
  if (options.whenUnknown !== 'deny' && options.whenUnknown !== 'allow') {
    throw configurationError(
      "`whenUnknown` is not set to 'deny' or 'allow'. It is the answer for a person about whom the gate has no data while Polar cannot be reached.",
    )
  }
  const { statuses } = options
  if (statuses !== undefined && !(Array.isArray(statuses) && statuses.every((status) => typeof status === 'string'))) {
    throw configurationError("`statuses` is not an array of strings. Give, for example, `['active', 'trialing']`.")
  }
}

const configurationError = (detail: string) => misconfigured(`createSeatGate: ${detail}`)
