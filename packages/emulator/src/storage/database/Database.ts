import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'

/**
 * The number of rows that one statement of `runForAll` writes. The remaining rows are written one by one, so that only
 * two statements are prepared.
 */
const rowsAtOnce = 50

/** A synchronous SQLite connection that keeps its prepared statements. */
export class Database {
  readonly #connection: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  #inTransaction = false

  constructor(connection: DatabaseSync) {
    this.#connection = connection
  }

  /** The SQL of the statements that were run so far, each once, except those of `exec`. */
  get queries(): readonly string[] {
    return [...this.#statements.keys()]
  }

  get<Row>(sql: string, ...parameters: SQLInputValue[]): Row | undefined {
    const row = this.#prepare(sql).get(...parameters)
    return row && withNumbers<Row>(row)
  }

  all<Row>(sql: string, ...parameters: SQLInputValue[]): Row[] {
    return this.#prepare(sql)
      .all(...parameters)
      .map((row) => withNumbers<Row>(row))
  }

  /** Runs a statement. Returns the number of changed rows. */
  run(sql: string, ...parameters: SQLInputValue[]): number {
    return Number(this.#prepare(sql).run(...parameters).changes)
  }

  /**
   * Runs a statement for all rows, many at once, because that is much faster than one by one. `sqlFor` returns the
   * statement for a number of rows.
   */
  runForAll(sqlFor: (count: number) => string, rows: readonly SQLInputValue[][]): void {
    let start = 0
    for (const count of [rowsAtOnce, 1]) {
      if (rows.length - start < count) continue
      for (const sql = sqlFor(count); start + count <= rows.length; start += count) {
        this.run(sql, ...rows.slice(start, start + count).flat())
      }
    }
  }

  /** Inserts a row. Its keys are the table's columns. */
  insert(table: string, row: object): void {
    const columns = Object.keys(row)
    this.run(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      ...(Object.values(row) as SQLInputValue[]),
    )
  }

  /** Writes the given columns to the row with the same id. */
  update<Row extends { id: string }>(table: string, row: Row): void {
    const { id, ...columns } = row
    this.run(
      `UPDATE ${table} SET ${Object.keys(columns)
        .map((column) => `${column} = ?`)
        .join(', ')} WHERE id = ?`,
      ...(Object.values(columns) as SQLInputValue[]),
      id,
    )
  }

  exec(sql: string): void {
    this.#connection.exec(sql)
  }

  /**
   * Runs work in a transaction. The transaction takes the write lock first, so that nothing changes between the reads
   * and the writes of the work. A transaction inside another transaction becomes a part of the outer transaction.
   */
  transaction<Result>(work: () => Result): Result {
    if (this.#inTransaction) return work()
    this.run('BEGIN IMMEDIATE')
    this.#inTransaction = true
    try {
      const result = work()
      this.run('COMMIT')
      return result
    } catch (error) {
      this.#rollBack()
      throw error
    } finally {
      this.#inTransaction = false
    }
  }

  /** Rolls the transaction back, unless SQLite has already ended it after an error such as a full disk. */
  #rollBack(): void {
    try {
      this.run('ROLLBACK')
    } catch {
      // The caller throws the error that ended the transaction.
    }
  }

  close(): void {
    this.#connection.close()
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.#connection.prepare(sql)
      // A time after the year 2255 has more than 2^53 microseconds, which cannot be read as a number.
      statement.setReadBigInts(true)
      this.#statements.set(sql, statement)
    }
    return statement
  }
}

function withNumbers<Row>(row: Record<string, unknown>): Row {
  for (const column in row) {
    const value = row[column]
    if (typeof value === 'bigint') row[column] = Number(value)
  }
  return row as Row
}
