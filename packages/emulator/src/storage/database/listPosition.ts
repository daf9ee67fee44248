import { createHash } from 'node:crypto'

/**
 * Returns the position of a row in its list. The position is a hash, because the real server's order is arbitrary too.
 * The hash fits into SQLite's integers.
 */
export const listPosition = (orderSeed: string, id: string): number =>
  createHash('sha256').update(`${orderSeed} ${id}`).digest().readUIntBE(0, 6)
