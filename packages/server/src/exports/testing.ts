/**
 * Tests for a store of your own.
 *
 * @module @seats/server/testing
 */

export { testSeatsStore, type SeatsStoreTests } from '../testing/testSeatsStore.ts'
