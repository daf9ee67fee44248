import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { hasOfficialDocument } from './support/checkResponse.ts'
import { shared } from './support/repository.ts'
import { startTestEmulator, storages } from './support/storages.ts'

const recordings = [
  { file: 'replay.mjs', count: 140 },
  { file: 'replay-billing.mjs', count: 247 },
].map(({ file, count }) => ({ replay: join(shared, 'polar/replay', file), count }))
const hasRecordings = recordings.every(({ replay }) => existsSync(replay))
const runs = recordings.flatMap((recording) => storages.map((storage) => ({ ...recording, storage })))

// The recordings of the real server are in a folder next to the repository, not in it. Without them, the second test
// says that nothing was compared.
test.each(hasRecordings ? runs : [])(
  'all $count recorded calls get the answers of the real server, with data $storage',
  async ({ replay, count, storage }) => {
    const { url } = await startTestEmulator(storage, { port: 0 })
    const { stdout } = await promisify(execFile)(process.execPath, [replay, url])
    expect(stdout).toBe(`${count} of ${count} exchanges identical to the real server's\n`)
  },
)

test.each(hasRecordings ? [] : recordings)(
  'nothing is compared with the real server, because there is no $replay',
  ({ replay }) => {
    expect(existsSync(replay)).toBe(false)
  },
)

test('Polar’s OpenAPI document and the recordings are either both there or both missing', () => {
  expect(hasOfficialDocument).toBe(hasRecordings)
})
