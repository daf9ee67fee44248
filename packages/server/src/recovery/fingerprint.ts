/**
 * Returns a short text that other lines almost never have: two FNV-1a hashes and the number of lines. It does not
 * protect the lines from being guessed.
 */
export function fingerprint(lines: readonly string[]): string {
  const text = lines.join('\n')
  const hash = (seed: number) => {
    let value = seed
    for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 16_777_619)
    return (value >>> 0).toString(36)
  }
  return `${hash(2_166_136_261)}-${hash(84_696_351)}-${lines.length}`
}
