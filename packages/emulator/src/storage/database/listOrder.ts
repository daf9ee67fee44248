import type { Database } from './Database.ts'

export const listOrder = {
  /**
   * Sets the text from which the random order of lists is computed. If the text is new, reorders all rosters.
   */
  set(database: Database, orderSalt: string): void {
    if (database.run('UPDATE list_order SET seed = ?1 WHERE seed <> ?1', orderSalt) === 0) return
    database.run('UPDATE seats SET position = list_position(?, id)', orderSalt)
  },
}
