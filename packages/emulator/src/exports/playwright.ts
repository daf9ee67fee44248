/**
 * A `test` of Playwright with a local Polar for each worker.
 *
 * @module @seats/emulator/playwright
 */

export { expect } from '@playwright/test'
export { test, type EmulatorFixtures, type EmulatorWorkerFixtures } from '../playwright/test.ts'
