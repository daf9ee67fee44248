import type { Database } from './Database.ts'

export const listOrder = {
  /** Sets the seed of the order, and sorts every roster again. */
  set(database: Database, seed: string): void {
    if (database.run('UPDATE list_order SET seed = ?1 WHERE seed <> ?1', seed) === 0) return
    database.run('UPDATE seats SET position = list_position(?, id)', seed)
  },
}
