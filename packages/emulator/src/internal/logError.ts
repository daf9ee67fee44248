/** Writes the stack of an unexpected error, such as a full disk, to stderr. */
export function logError(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
}
