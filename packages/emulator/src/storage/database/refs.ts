import type { Database } from './Database.ts'

export const refs = {
  all: (database: Database): Record<string, string> =>
    Object.fromEntries(
      database
        .all<{ ref: string; id: string }>('SELECT ref, id FROM refs ORDER BY rowid')
        .map(({ ref, id }) => [ref, id]),
    ),

  get: (database: Database, ref: string) => database.get<{ id: string }>('SELECT id FROM refs WHERE ref = ?', ref)?.id,

  insert(database: Database, ref: string, id: string): void {
    database.run('INSERT INTO refs VALUES (?, ?)', ref, id)
  },
}
