import type { Database } from './Database.ts'

/** A mark for a state that no API call leads to. On the real server, Polar's staff or an older version can cause it. */
export type StateMark = 'deleted' | 'blocked' | 'without_product'

export const stateMarks = {
  has: (database: Database, id: string, mark: StateMark): boolean =>
    database.get('SELECT 1 FROM marks WHERE id = ? AND mark = ?', id, mark) !== undefined,

  insert(database: Database, id: string, mark: StateMark): void {
    database.run('INSERT INTO marks VALUES (?, ?)', id, mark)
  },
}
