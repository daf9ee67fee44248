import type { Database } from './Database.ts'

/** A state that no API call leads to. On the real server its staff or older versions can. */
export type Mark = 'deleted' | 'blocked' | 'without_product'

export const marks = {
  has: (database: Database, id: string, mark: Mark): boolean =>
    database.get('SELECT 1 FROM marks WHERE id = ? AND mark = ?', id, mark) !== undefined,

  insert(database: Database, id: string, mark: Mark): void {
    database.run('INSERT INTO marks VALUES (?, ?)', id, mark)
  },
}
