import { randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Returns a token in the format of the real server: 37 random letters and digits, then a checksum of six. */
export function generateToken(prefix: string): string {
  const random = Array.from({ length: 37 }, () => digits[randomInt(digits.length)]).join('')
  let checksum = ''
  for (let rest = crc32(random); rest > 0; rest = Math.floor(rest / 62)) checksum = digits.charAt(rest % 62) + checksum
  return prefix + random + checksum.padStart(6, '0')
}
