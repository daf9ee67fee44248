import { SeatsError } from '../errors/SeatsError.ts'

/** For a hook that was given null, which means: not known yet. */
export const missing = (what: 'source' | 'invitation token'): SeatsError =>
  new SeatsError({ code: 'ConfigurationError', detail: `There is no ${what} yet. Wait for it before using this.` })
