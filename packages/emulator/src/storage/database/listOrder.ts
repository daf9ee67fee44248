import type { Database } from './Database.ts'

export const listOrder = {
  /** Orders every list anew. */
  set(database: Database, seed: string): void {
    if (database.run('UPDATE list_order SET seed = ?1 WHERE seed <> ?1', seed) === 0) return
    database.run('UPDATE seats SET position = list_position(?, id)', seed)
  },
}
