import type { Database } from './Database.ts'

/** The offset of the emulator's clock from the real time, in microseconds. */
export const clockOffset = {
  get: (database: Database): number => database.get<{ offset: number }>('SELECT offset FROM clock')?.offset ?? 0,

  set(database: Database, offset: number): void {
    database.run('UPDATE clock SET offset = ?', offset)
  },
}
