/** Our estimate of the server's clock may be wrong by up to this time, because an HTTP date has only whole seconds. */
export const clockToleranceMs = 2_000
