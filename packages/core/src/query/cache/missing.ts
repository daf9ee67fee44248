import type { SeatsError } from '../../errors/SeatsError.ts'
import { misconfigured } from '../../internal/input/misconfigured.ts'

/** Returns the error for a hook whose source or token is null or undefined, which means that it is not known yet. */
export const missing = (what: 'source' | 'invitation token' | 'seat count'): SeatsError =>
  misconfigured(`There is no ${what} yet. Wait for it.`)
