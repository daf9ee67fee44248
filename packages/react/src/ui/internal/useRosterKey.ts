import type { SeatSource } from '@seats/core'
import { useSeatsClient } from '../../exports/index.ts'

/** Returns a key for the parts of a team. So no text, question or message of one team is shown for another team. */
export const useRosterKey = (source: SeatSource | null | undefined): string =>
  JSON.stringify([useSeatsClient().scope, source])
