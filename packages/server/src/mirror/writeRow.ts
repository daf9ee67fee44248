import { SeatsError } from '@seats/core'

/** The most attempts to write a row. An attempt fails if another process has just written the same row. */
const maxAttempts = 25

interface Versioned {
  version: string
}

interface RowParams<Row extends Versioned> {
  /** Reads the row as it is now. */
  find: () => Promise<Row | undefined>
  /** Returns the new row, or `undefined` if it stays as it is. */
  next: (before: Row | undefined) => Row | undefined
  write: (row: Row, expectedVersion: string | null) => Promise<boolean>
  /** The current row, if the caller has just read it. Then `find` is not called first. */
  before?: Row | undefined
}

/**
 * Changes a row. Starts again if another process has changed the row in the meantime. Resolves with true if the row was
 * written.
 *
 * @throws SeatsError `MirrorBusy` if other processes changed the row before each attempt.
 */
export async function writeRow<Row extends Versioned>(params: RowParams<Row>): Promise<boolean> {
  const { find, next, write } = params
  let before = 'before' in params ? params.before : await find()
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const row = next(before)
    if (row === undefined) return false
    if (await write(row, before?.version ?? null)) return true
    before = await find()
  }
  throw new SeatsError({
    code: 'MirrorBusy',
    detail: 'Other processes changed this row before each attempt. Nothing was written. Try again later.',
  })
}
