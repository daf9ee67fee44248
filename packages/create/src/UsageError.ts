/** An error that the user can correct. The message says how. */
export class UsageError extends Error {
  override name = 'UsageError'
}
