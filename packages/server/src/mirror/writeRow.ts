import { SeatsError } from '@seats/core'

/** Other processes may write the same row. Each of these attempts fails only because one of them has succeeded. */
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
  /** The row as it was read a moment ago, so that it need not be read again. */
  before?: Row | undefined
}

/**
 * Changes a row, and begins anew if another process has changed it in the meantime. Resolves with whether it was written.
 *
 * @throws SeatsError `MirrorBusy` if other processes change the row all the time.
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
    detail: 'Other processes changed this row all the time. Nothing was written.',
  })
}
