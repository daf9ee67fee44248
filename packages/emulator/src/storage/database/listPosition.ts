import { createHash } from 'node:crypto'

/** Returns where a row stands in lists: a hash, as the real server's order is arbitrary too. It fits into SQLite's integers. */
export const listPosition = (orderSeed: string, id: string): number =>
  createHash('sha256').update(`${orderSeed} ${id}`).digest().readUIntBE(0, 6)
