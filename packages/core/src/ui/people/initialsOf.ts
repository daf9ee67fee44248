/** Returns one or two initials for an avatar, from a name or an address. Returns `?` if the text has none. */
export function initialsOf(nameOrAddress: string): string {
  const words =
    nameOrAddress
      .split('@', 1)[0]
      ?.split(/[\s._+-]+/)
      .filter(Boolean) ?? []
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('').toUpperCase() || '?'
}
