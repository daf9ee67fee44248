/**
 * Decodes Punycode that is given without its prefix `xn--`. Returns `undefined` if the text is not Punycode.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3492#section-6.2
 */
export function decodePunycode(text: string): string | undefined {
  const lastHyphen = text.lastIndexOf('-')
  const output = Array.from(text.slice(0, Math.max(0, lastHyphen)), (character) => character.codePointAt(0) ?? 0)
  let rest = text.slice(lastHyphen + 1)
  let codePoint = 128
  let position = 0
  let bias = 72
  let isFirst = true
  while (rest !== '') {
    let delta = 0
    let weight = 1
    for (let k = 36; ; k += 36) {
      const digit = 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(rest[0] ?? '-')
      if (digit < 0) return undefined
      rest = rest.slice(1)
      delta += digit * weight
      const threshold = Math.min(26, Math.max(1, k - bias))
      if (digit < threshold) break
      weight *= 36 - threshold
    }
    position += delta
    const length = output.length + 1
    bias = adapt(delta, length, isFirst)
    isFirst = false
    codePoint += Math.floor(position / length)
    position %= length
    if (codePoint > 0x10ffff) return undefined
    output.splice(position++, 0, codePoint)
  }
  return String.fromCodePoint(...output)
}

function adapt(delta: number, length: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / 700) : delta >> 1
  rest += Math.floor(rest / length)
  let k = 0
  for (; rest > 455; k += 36) rest = Math.floor(rest / 35)
  return k + Math.floor((36 * rest) / (rest + 38))
}
