import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { startEmulator, type Emulator, type EmulatorOptions } from '../../src/exports/index.ts'

export const storages = ['in memory', 'on a file'] as const
export type Storage = (typeof storages)[number]

/** Returns a directory that is removed after the test. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'seats-emulator-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

/** Starts an emulator that is closed after the test. */
export async function startTestEmulator(
  storage: Storage = 'in memory',
  options: EmulatorOptions = {},
): Promise<Emulator> {
  const emulator = await startEmulator({
    ...(storage === 'on a file' && { dataDir: temporaryDirectory() }),
    ...options,
  })
  onTestFinished(() => emulator.close())
  return emulator
}
