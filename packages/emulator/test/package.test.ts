// @module-tag slow
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryDirectory } from './support/storages.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const tools = join(root, 'node_modules/.bin')
const env = { ...process.env, PATH: [dirname(process.execPath), tools, process.env['PATH']].join(delimiter) }

/** Returns a new folder in which only the built package and its one dependency are installed. */
async function install(): Promise<string> {
  const folder = temporaryDirectory()
  const modules = join(folder, 'node_modules')
  const installed = join(modules, '@seats/emulator')
  mkdirSync(join(modules, '.bin'), { recursive: true })
  await promisify(execFile)('tsdown', ['--out-dir', join(installed, 'dist')], { cwd: root, env })
  const { publishConfig, ...manifest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  writeFileSync(join(installed, 'package.json'), JSON.stringify({ ...manifest, ...publishConfig }))
  expect(Object.keys(manifest.dependencies)).toEqual(['standardwebhooks'])
  symlinkSync(realpathSync(join(root, 'node_modules/standardwebhooks')), join(modules, 'standardwebhooks'))
  symlinkSync('../@seats/emulator/dist/cli.js', join(modules, '.bin/seats-emulator'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  return folder
}

test('the built package runs with npx and by import in an empty folder', { timeout: 120_000 }, async () => {
  const cwd = await install()
  const child = spawn('npx', ['--no', '--', 'seats-emulator', '--port', '0', '--json'], { cwd, env, detached: true })
  // npx starts the emulator in a shell, so the whole group of processes is ended.
  onTestFinished(() => void process.kill(-(child.pid ?? 0), 'SIGKILL'))
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const { url, refs } = JSON.parse(line.toString()) as { url: string; refs: Record<string, string> }
  const listed = await fetch(`${url}/v1/customer-seats?subscription_id=${refs['acme/sub']}`, {
    headers: { authorization: 'Bearer polar_oat_acme' },
  })
  expect(await listed.json()).toMatchObject({ total_seats: 10 })

  writeFileSync(
    join(cwd, 'use.js'),
    `import { startEmulator } from '@seats/emulator'
    const emulator = await startEmulator()
    console.log(emulator.url, Object.keys(emulator.refs).length)
    await emulator.close()`,
  )
  const { stdout } = await promisify(execFile)(process.execPath, ['use.js'], { cwd, env })
  expect(stdout).toBe('http://emulator.test 6\n')
})
