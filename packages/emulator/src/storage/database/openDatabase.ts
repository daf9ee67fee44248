import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type * as Sqlite from 'node:sqlite'
import { Database } from './Database.ts'
import { listPosition } from './listPosition.ts'
import { migrations } from './migrations.ts'

const isBusy = (error: unknown) => error instanceof Error && /database is locked/.test(error.message)

/**
 * Opens the database in memory, or in a file in `dataDir`, and updates its schema.
 * @throws Error with a clear message if the directory cannot be used, or if this Node has no SQLite.
 */
export function openDatabase(dataDir: string | undefined): Database {
  const sqlite = findSqlite()
  try {
    if (dataDir === undefined) return openInMemory(sqlite)
    mkdirSync(dataDir, { recursive: true })
    const database = connect(sqlite, join(dataDir, 'seats.sqlite'))
    // The lock is freed when the process ends in any way, so no stale lock file remains.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;')
    return migrate(database)
  } catch (error) {
    const reason = isBusy(error)
      ? 'another emulator is using it'
      : error instanceof Error
        ? error.message
        : String(error)
    throw new Error(`The data directory ${dataDir ?? '(memory)'} cannot be used: ${reason}`, { cause: error })
  }
}

/**
 * Returns Node's module for SQLite. The module is not imported, because an older Node would fail at the import before a
 * clear message is printed.
 */
function findSqlite(): typeof Sqlite {
  const sqlite = process.getBuiltinModule?.('node:sqlite')
  if (sqlite) return sqlite
  throw new Error(`@seats/emulator needs Node 22.13 or newer, and this is ${process.versions.node}.`)
}

// A copy of an empty database with the whole schema. Tests start many emulators, and copying is much faster than
// running all migrations.
let freshCopy: Uint8Array | undefined

function openInMemory({ DatabaseSync }: typeof Sqlite): Database {
  const connection = new DatabaseSync(':memory:')
  if (!canCopy(connection)) return migrate(prepare(connection))
  if (freshCopy !== undefined) connection.deserialize(freshCopy)
  const database = migrate(prepare(connection))
  freshCopy ??= connection.serialize()
  return database
}

interface Copyable {
  serialize(): Uint8Array
  deserialize(copy: Uint8Array): void
}

// Node 22 and 24 cannot copy a database.
const canCopy = (connection: Sqlite.DatabaseSync): connection is Sqlite.DatabaseSync & Copyable =>
  'serialize' in connection

const connect = ({ DatabaseSync }: typeof Sqlite, location: string) => prepare(new DatabaseSync(location))

function prepare(connection: Sqlite.DatabaseSync): Database {
  connection.function('list_position', { deterministic: true }, (seed, id) => listPosition(String(seed), String(id)))
  return new Database(connection)
}

function migrate(database: Database): Database {
  database.exec('PRAGMA foreign_keys = ON')
  database.transaction(() => {
    const version = database.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0
    if (version > migrations.length) {
      throw new Error(`its schema (version ${version}) is newer than this emulator's (version ${migrations.length})`)
    }
    for (const migration of migrations.slice(version)) database.exec(migration)
    database.exec(`PRAGMA user_version = ${migrations.length}`)
  })
  return database
}
