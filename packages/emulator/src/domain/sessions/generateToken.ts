import { randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** A token of the real server's shape: 37 random letters and digits, then their checksum in six more. */
export function generateToken(prefix: string): string {
  const random = Array.from({ length: 37 }, () => digits[randomInt(digits.length)]).join('')
  let checksum = ''
  for (let rest = crc32(random); rest > 0; rest = Math.floor(rest / 62)) checksum = digits.charAt(rest % 62) + checksum
  return prefix + random + checksum.padStart(6, '0')
}
