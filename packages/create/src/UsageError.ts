/** Thrown for something that the user can change. The message says how. */
export class UsageError extends Error {
  override name = 'UsageError'
}
