import type { Database } from './Database.ts'

/** What no API call of the emulator does to a row, but the real server's staff or past may have done. */
export type Mark = 'deleted' | 'blocked' | 'without_product'

export const marks = {
  has: (database: Database, id: string, mark: Mark): boolean =>
    database.get('SELECT 1 FROM marks WHERE id = ? AND mark = ?', id, mark) !== undefined,

  insert(database: Database, id: string, mark: Mark): void {
    database.run('INSERT INTO marks VALUES (?, ?)', id, mark)
  },
}
