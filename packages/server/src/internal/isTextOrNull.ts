/** Returns whether a value is a text or null. */
export const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string'
