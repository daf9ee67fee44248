import { SeatsError } from '@seats/core'
import type { SeatGateOptions } from './SeatGateOptions.ts'

const seconds = ['maxAge', 'staleFor', 'graceAfterLapse'] as const

/** @throws SeatsError `ConfigurationError` if an option is missing or not valid. */
export function checkGateOptions(options: SeatGateOptions): void {
  if (typeof options.client?.listSeats !== 'function') {
    throw misconfigured('`client` is no client. Give one of `createSeatsClient({ accessToken })`.')
  }
  for (const name of seconds) {
    const value = options[name]
    if (value === undefined || (typeof value === 'number' && value >= 0)) continue
    throw misconfigured(`\`${name}\` is ${String(value)}. Give a number of seconds, 0 or more.`)
  }
  if (options.whenUnknown !== 'deny' && options.whenUnknown !== 'allow') {
    throw misconfigured(
      "`whenUnknown` is missing. Say 'deny' or 'allow': it decides about people of whom nothing is known while Polar cannot be asked.",
    )
  }
  const { statuses } = options
  if (statuses !== undefined && !(Array.isArray(statuses) && statuses.every((status) => typeof status === 'string'))) {
    throw misconfigured("`statuses` is no list of texts. Give for example `['active', 'trialing']`.")
  }
}

const misconfigured = (detail: string) =>
  new SeatsError({ code: 'ConfigurationError', detail: `createSeatGate: ${detail}` })
