/** Decodes percent-encoded UTF-8. Returns `undefined` if the text is not valid. */
export function decodePercent(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
