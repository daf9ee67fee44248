const formats = new Map<string, unknown>()

/** Returns the formatter for a key. Creates each formatter only once, because creating one is slow. */
export function cachedFormat<Format>(key: unknown[], make: () => Format): Format {
  const name = JSON.stringify(key)
  const format = (formats.get(name) as Format | undefined) ?? make()
  formats.set(name, format)
  return format
}
