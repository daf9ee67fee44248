import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { operations } from '../src/openapi/operations.ts'
import { checkResponse } from './support/checkResponse.ts'
import { shared } from './support/repository.ts'
import { startTestEmulator } from './support/storages.ts'

interface Document {
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>
}

async function readDocument() {
  const emulator = await startTestEmulator()
  const response = await emulator.fetch(`${emulator.url}/_emulator/openapi.json`)
  return (await response.json()) as Document
}

test('the document describes every route that is served, and no other', async () => {
  const { paths } = await readDocument()
  const describedRoutes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  )
  expect(describedRoutes.toSorted()).toEqual(Object.keys(operations).toSorted())
  expect(describedRoutes.length).toBeGreaterThan(40)
})

test('every operation has a unique name', async () => {
  const { paths } = await readDocument()
  const names = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId))
  expect(new Set(names).size).toBe(names.length)
})

interface Exchange {
  name: string
  request?: { method: string; path: string }
  status: number
  body: unknown
}

const recordings = ['transcript.json', 'billing-transcript.json']
  .map((file) => join(shared, 'polar/replay', file))
  .filter((file) => existsSync(file))

const uuid = '3f2f6f0e-8f0a-4c39-9d6c-1a2b3c4d5e6f'
/** Replaces the placeholders of the recordings with ids, times and tokens. */
const fillPlaceholders = (text: string) =>
  text
    .replaceAll(/<ts Z>/g, '2026-09-01T00:00:00.000000Z')
    .replaceAll(/<(cst|mst)>/g, `polar_$1_${'a'.repeat(43)}`)
    .replaceAll(/<(?!hash|host|token|ts)[\w./-]+>/g, uuid)

// Without the recordings, which are in a folder next to the repository, nothing is compared.
test.each(recordings)("the real server's answers match the descriptions: %s", (file) => {
  const exchanges = JSON.parse(fillPlaceholders(readFileSync(file, 'utf8'))) as Exchange[]
  const mismatches = exchanges.flatMap(({ name, request, status, body }) => {
    if (!request || body === '' || status === 307 || typeof body !== 'object') return []
    try {
      checkResponse(request.method, new URL(request.path, 'http://x').pathname, status, body)
      return []
    } catch (error) {
      return [`${name}: ${String(error).slice(0, 300)}`]
    }
  })
  expect(mismatches).toEqual([])
})
