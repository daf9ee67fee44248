import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { hasOfficialDocument } from './support/checkResponse.ts'
import { shared } from './support/repository.ts'
import { start, storages } from './support/storages.ts'

const recordings = [
  { file: 'replay.mjs', count: 140 },
  { file: 'replay-billing.mjs', count: 247 },
].map(({ file, count }) => ({ replay: join(shared, 'polar/replay', file), count }))
const isThere = recordings.every(({ replay }) => existsSync(replay))
const runs = recordings.flatMap((recording) => storages.map((storage) => ({ ...recording, storage })))

// The recordings of the real server are beside the repository, not in it. Without them this test says that nothing
// was compared.
test.each(isThere ? runs : [])(
  'all $count recorded exchanges are what the real server answered, $storage',
  async ({ replay, count, storage }) => {
    const { url } = await start(storage, { port: 0 })
    const { stdout } = await promisify(execFile)(process.execPath, [replay, url])
    expect(stdout).toBe(`${count} of ${count} exchanges identical to the real server's\n`)
  },
)

test.each(isThere ? [] : recordings)('nothing is compared with the real server: there is no $replay', ({ replay }) => {
  expect(existsSync(replay)).toBe(false)
})

test('the responses of these tests are held against the OpenAPI document too, where it is', () => {
  expect(hasOfficialDocument).toBe(isThere)
})
