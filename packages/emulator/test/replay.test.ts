import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { hasOfficialDocument } from './support/checkResponse.ts'
import { shared } from './support/repository.ts'
import { start, storages } from './support/storages.ts'

const replay = join(shared, 'polar/replay/replay.mjs')
const isThere = existsSync(replay)

// What the real server was recorded to answer lies beside the repository, not in it: a checkout alone says that it was not compared.
test.each(isThere ? storages : [])(
  'all 140 recorded exchanges are what the real server answered, %s',
  async (storage) => {
    const { url } = await start(storage, { port: 0 })
    const { stdout } = await promisify(execFile)(process.execPath, [replay, url])
    expect(stdout).toBe("140 of 140 exchanges identical to the real server's\n")
  },
)

test.each(isThere ? [] : [replay])('nothing is compared with the real server: there is no %s', (file) => {
  expect(existsSync(file)).toBe(false)
})

test('the responses of these tests are held against the OpenAPI document too, where it is', () => {
  expect(hasOfficialDocument).toBe(isThere)
})
