import type { SeatSource } from '@seats/core'
import type { SeatPerson } from '../rosterIndex/SeatPerson.ts'
import type { SeatGateAnswer } from './SeatGateAnswer.ts'

/** Says whether a person has a seat. */
export interface SeatGate {
  /**
   * Resolves with the answer for a person. With several sources, a seat on any of them is enough.
   *
   * @param sources Take them from your own data about the team, never from the URL. Otherwise a user could name another
   * team.
   * @throws SeatsError `RequestValidationError` if a source or the person is not valid. Never throws because of Polar.
   */
  check(sources: SeatSource | readonly SeatSource[], person: SeatPerson): Promise<SeatGateAnswer>
  /**
   * Resolves with the answer for a person. Then calls `onChange` each time the answer changes, so that your app can,
   * for example, close a WebSocket. Stops when the signal aborts.
   *
   * @throws SeatsError `RequestValidationError` if the source or the person is not valid, and the signal's reason if
   * it has aborted already.
   */
  watch(
    source: SeatSource,
    person: SeatPerson,
    options: { signal: AbortSignal },
    onChange: (access: SeatGateAnswer) => void,
  ): Promise<SeatGateAnswer>
}
