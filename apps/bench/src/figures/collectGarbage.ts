/** Collects garbage before a run that works on a long roster, so that no subject pays for the garbage of another. */
export function collectGarbage(): void {
  const { gc } = globalThis
  if (gc === undefined) throw new Error('Run this with --expose-gc')
  gc()
}
