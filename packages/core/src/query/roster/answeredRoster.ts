import type { SeatsList } from '../../schemas/SeatsList.ts'
import { baseRoster } from './baseRoster.ts'

/**
 * Returns a roster without the changes that are shown before the server's answer, because their calls can fail. A meter
 * that counted these changes would show a full team while most of a long list is still to be sent.
 */
export const answeredRoster = (roster: SeatsList): SeatsList => baseRoster(roster) ?? roster
