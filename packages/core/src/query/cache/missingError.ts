import type { SeatsError } from '../../errors/SeatsError.ts'
import { misconfigured } from '../../internal/input/misconfigured.ts'

/** Returns the error for a hook whose source, token or seat count is null or undefined, because it is not known yet. */
export const missingError = (subject: 'source' | 'invitation token' | 'seat count'): SeatsError =>
  misconfigured(`There is no ${subject} yet. Wait for it.`)
