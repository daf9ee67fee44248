import type { SeatSource } from '@seats/core'
import { useSeatsClient } from '../../exports/index.ts'

/**
 * Returns a key that differs for each team and each user. A part with this key starts anew if another team or user is
 * shown.
 */
export const useRosterKey = (source: SeatSource | null | undefined): string =>
  JSON.stringify([useSeatsClient().scope, source])
