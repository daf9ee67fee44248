import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'

/** A synchronous SQLite connection with its prepared statements kept. */
export class Database {
  readonly #connection: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  #inTransaction = false

  constructor(connection: DatabaseSync) {
    this.#connection = connection
  }

  /** Every query that was run so far. */
  get queries(): readonly string[] {
    return [...this.#statements.keys()]
  }

  get<Row>(sql: string, ...parameters: SQLInputValue[]): Row | undefined {
    return this.#prepare(sql).get(...parameters) as Row | undefined
  }

  all<Row>(sql: string, ...parameters: SQLInputValue[]): Row[] {
    return this.#prepare(sql).all(...parameters) as Row[]
  }

  /** Returns how many rows changed. */
  run(sql: string, ...parameters: SQLInputValue[]): number {
    return Number(this.#prepare(sql).run(...parameters).changes)
  }

  /** Inserts a row: an object whose keys are the table's columns. */
  insert(table: string, row: object): void {
    const columns = Object.keys(row)
    this.run(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      ...(Object.values(row) as SQLInputValue[]),
    )
  }

  /** Writes the columns that a row names to the row of the same id. */
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

  /** The write lock is taken at the start, so that what `work` reads is what it decides on. One inside another joins it. */
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

  /** SQLite has ended the transaction itself after some errors, such as a full disk. Then there is nothing to roll back. */
  #rollBack(): void {
    try {
      this.run('ROLLBACK')
    } catch {
      // The error that ended the transaction is the one to tell of.
    }
  }

  close(): void {
    this.#connection.close()
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.#connection.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }
}
