import type { ProrationChoice } from '@seats/core'
import { prorationBehaviors } from '../../contract/prorationBehaviors.ts'
import { misconfigured } from '../../internal/misconfigured.ts'

/**
 * Decides how changes of a seat count are charged. A browser sees this choice in the preview, but cannot make it.
 */
export interface ProrationOption {
  /** For more seats. Default: `invoice`, which charges them at once. */
  increase?: ProrationChoice | undefined
  /** For fewer seats. Default: `next_period`, with which the seats end with the period and nothing is paid back. */
  decrease?: ProrationChoice | undefined
}

/** The option with its defaults. */
export interface Proration {
  increase: ProrationChoice
  decrease: ProrationChoice
}

/**
 * Returns the option with its defaults.
 *
 * @throws SeatsError `ConfigurationError` for a behavior that Polar does not have.
 */
export function createProration(option: ProrationOption = {}): Proration {
  const { increase = 'invoice', decrease = 'next_period' } = option
  for (const [name, behavior] of Object.entries({ increase, decrease })) {
    if (prorationBehaviors.includes(behavior)) continue
    throw misconfigured(`proration.${name} is not a behavior. Give one of ${prorationBehaviors.join(', ')}.`)
  }
  return { increase, decrease }
}
