/** Returns the address in `Name <a@b.c>`, and any other text as it is, both without blanks around. */
export function bareAddress(text: string): string {
  const inside = text.includes('<') ? /<([^<>]*)>\s*$/.exec(text)?.[1] : undefined
  return (inside ?? text).trim()
}
