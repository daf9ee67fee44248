/** Returns the address in `Name <a@b.c>`, or else the whole text. Removes spaces at both ends. */
export function bareAddress(text: string): string {
  const addressInBrackets = text.includes('<') ? /<([^<>]*)>\s*$/.exec(text)?.[1] : undefined
  return (addressInBrackets ?? text).trim()
}
