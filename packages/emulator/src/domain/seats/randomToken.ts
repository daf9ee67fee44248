import { randomFillSync } from 'node:crypto'

const length = 32
const pool = Buffer.alloc(length * 128)
let used = pool.length

/** 43 url-safe characters for 32 random bytes, which are drawn for many tokens at once: each draw costs more than the bytes. */
export function randomToken(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  return pool.toString('base64url', used, (used += length))
}
