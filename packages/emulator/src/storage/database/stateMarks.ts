import type { Database } from './Database.ts'

/**
 * A state of an organization, a customer, a subscription or an order. API calls cause none of these states, except that
 * they can delete a customer. On the real server, Polar's staff or an older version of Polar can cause the other states.
 */
export type StateMark = 'deleted' | 'blocked' | 'without_product'

export const stateMarks = {
  has: (database: Database, id: string, mark: StateMark): boolean =>
    database.get('SELECT 1 FROM marks WHERE id = ? AND mark = ?', id, mark) !== undefined,

  insert(database: Database, id: string, mark: StateMark): void {
    database.run('INSERT INTO marks VALUES (?, ?)', id, mark)
  },
}
