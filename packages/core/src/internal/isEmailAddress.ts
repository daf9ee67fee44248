/**
 * Whether Polar could take this as an address. It trims, reads `Name <a@b.c>`, and alone knows the rest (whether the
 * domain takes mail, say), so only what cannot be an address is refused here.
 */
export function isEmailAddress(text: string): boolean {
  const address = /<([^<>]*)>\s*$/.exec(text)?.[1] ?? text.trim()
  return address.length <= 254 && /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+\.[^\s@<>(),;:"[\]\\.]+$/.test(address)
}
