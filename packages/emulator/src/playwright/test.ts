import {
  test as base,
  type TestType,
  type PlaywrightTestArgs,
  type PlaywrightTestOptions,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
} from '@playwright/test'
import type { Seed } from '../seed/schema/Seed.ts'
import { startEmulator, type Emulator } from '../start/startEmulator.ts'

/** The fixtures that are created for each test. */
export interface EmulatorFixtures {
  /** The emulator of this worker. Every test begins with the data of `seed` and the real time. */
  emulator: Emulator
}

/** The fixtures that the tests of one worker share. */
export interface EmulatorWorkerFixtures {
  /** An option: the data that every test begins with. Default: the default data of `startEmulator`. */
  seed: Seed | undefined
  /**
   * The emulator of this worker, for fixtures that start your app. It listens on a free port. In tests, use `emulator`
   * instead.
   */
  workerEmulator: Emulator
  /**
   * The address of your app for this worker. Override this fixture to start one app for each worker. The address
   * becomes the `baseURL` of the worker's pages. Default: the `baseURL` of your configuration.
   */
  appURL: string | undefined
}

/**
 * Playwright's `test` with an emulator for each worker, so that tests that run at the same time cannot see each other's
 * seats. Before each test the emulator gets the data of `seed` again, and its clock shows the real time.
 *
 * @example
 * ```ts
 * import { test as base } from '@seats/emulator/playwright'
 * import { startApp } from './startApp.ts'
 *
 * export const test = base.extend<object, { appURL: string }>({
 *   appURL: [
 *     async ({ workerEmulator }, use) => {
 *       const app = await startApp(workerEmulator)
 *       await use(app.url)
 *       await app.close()
 *     },
 *     { scope: 'worker' },
 *   ],
 * })
 * ```
 */
export const test: TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & EmulatorFixtures,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions & EmulatorWorkerFixtures
> = base.extend<EmulatorFixtures, EmulatorWorkerFixtures>({
  seed: [undefined, { option: true, scope: 'worker' }],
  workerEmulator: [
    async ({ seed }, use) => {
      const emulator = await startEmulator({ port: 0, ...(seed && { seed }) })
      await use(emulator)
      await emulator.close()
    },
    { scope: 'worker' },
  ],
  appURL: [undefined, { option: true, scope: 'worker' }],
  emulator: [
    async ({ workerEmulator }, use) => {
      // The clock is set first, because the seed's times depend on it.
      await workerEmulator.fetch(`${workerEmulator.url}/_emulator/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ real: true }),
      })
      workerEmulator.reset()
      await use(workerEmulator)
    },
    { auto: true },
  ],
  baseURL: async ({ appURL, baseURL }, use) => {
    await use(appURL ?? baseURL)
  },
})
