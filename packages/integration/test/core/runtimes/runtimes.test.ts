import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { EdgeVM } from '@edge-runtime/vm'
import { build } from 'esbuild'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newestInvitationToken, startServers } from '../startServers.ts'
import { expectedLines } from './expectedLines.ts'

const run = promisify(execFile)
const require = createRequire(import.meta.url)
const servers = await startServers()
const { emulator } = servers
const script = fileURLToPath(new URL('useAllOfCore.ts', import.meta.url))
const core = fileURLToPath(new URL('../../../../core', import.meta.url))

beforeEach(() => void emulator.reset())

describe('a worker runtime', () => {
  test('has no globals of Node, and core runs in it', { timeout: 120_000 }, async () => {
    const bundle = await build({
      entryPoints: [script],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'bundled',
      platform: 'neutral',
      mainFields: ['browser', 'module', 'main'],
      conditions: ['@seats/source', 'edge-light', 'worker'],
    })
    const vm = new EdgeVM()
    for (const name of ['process', 'Buffer', 'require', 'global', 'document', 'location']) {
      expect(vm.evaluate(`typeof ${name}`), name).toBe('undefined')
    }
    vm.evaluate(bundle.outputFiles[0]?.text ?? '')
    vm.context.invitationTo = async (to: string) => newestInvitationToken(emulator, to)
    const lines: string[] = await vm.evaluate(
      `bundled.useAllOfCore(${JSON.stringify(emulator.url)}, ${JSON.stringify(servers.source)}, invitationTo)`,
    )
    expect([...lines]).toEqual(expectedLines)
  })
})

/**
 * Returns the path of a Node of this version, which an npm package contains. Such packages exist only for Linux on x64.
 * Elsewhere, and for Node 26, returns the path of the Node that runs the tests.
 */
function nodeOf(version: string): string {
  try {
    return join(dirname(require.resolve(`node-${version}/package.json`)), 'bin/node')
  } catch {
    return process.execPath
  }
}

describe('the built package', () => {
  // The folder is below core's node_modules, so that core's imports are found.
  const folder = join(core, 'node_modules/.runtimes')

  beforeAll(async () => {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    const tsdown = join(
      dirname(createRequire(join(core, 'package.json')).resolve('tsdown/package.json')),
      'dist/run.mjs',
    )
    await run(process.execPath, [tsdown, '--out-dir', join(folder, 'dist'), '--no-dts'], { cwd: core })
    const bundle = await build({
      entryPoints: [script],
      bundle: true,
      write: false,
      format: 'esm',
      plugins: [
        {
          name: 'built',
          setup({ onResolve }) {
            const files = { '@seats/core': 'index', '@seats/core/csv': 'csv', '@seats/core/query': 'query' }
            onResolve({ filter: /^@seats\// }, ({ path }) => ({
              path: `./dist/${files[path as keyof typeof files]}.js`,
              external: true,
            }))
          },
        },
      ],
    })
    await writeFile(join(folder, 'useAllOfCore.mjs'), bundle.outputFiles[0]?.text ?? '')
    await writeFile(join(folder, 'package.json'), '{"type": "module"}')
    await writeFile(
      join(folder, 'run.mjs'),
      `import { useAllOfCore } from './useAllOfCore.mjs'
const [, , baseURL, source] = process.argv
const invitationTo = async (to) => {
  const { emails } = await (await fetch(\`\${baseURL}/_emulator/outbox?to=\${to}\`)).json()
  return emails[0].invitation_token
}
console.log(JSON.stringify({ node: process.version, lines: await useAllOfCore(baseURL, JSON.parse(source), invitationTo) }))`,
    )
  }, 180_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test.each(['20', '22', '24', '26'])('runs on Node %s', { timeout: 120_000 }, async (version) => {
    const node = nodeOf(version)
    expect(existsSync(node)).toBe(true)
    const { stdout } = await run(node, [join(folder, 'run.mjs'), emulator.url, JSON.stringify(servers.source)])
    const result: { node: string; lines: string[] } = JSON.parse(stdout)
    expect(result.lines).toEqual(expectedLines)
    expect(result.node).toMatch(node === process.execPath ? process.version : `v${version}.`)
  })
})
