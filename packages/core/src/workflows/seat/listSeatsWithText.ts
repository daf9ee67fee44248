import type { AnyClient } from '../run/AnyClient.ts'
import { findInternals } from '../../internal/wire/internals.ts'
import type { Requests } from '../../internal/wire/request.ts'
import type { CallOptions } from '../../options/CallOptions.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { listSeats } from '../../operations/listSeats.ts'

/** A roster, and the answer that it was read from. */
export interface SeatsListWithText {
  roster: SeatsList
  /**
   * The JSON of Polar's answer. It can have fields that this version does not know. Undefined if `listSeats` of the
   * client is not core's own function, because then the app may have changed the roster.
   */
  text: string | undefined
}

/**
 * Lists all seats of a source, like `client.listSeats`. Also returns the text of the answer, for a server that passes
 * the roster on: for a long roster, writing the JSON again takes longer than checking it.
 *
 * @throws SeatsError the same errors as `client.listSeats`
 * @see https://polar.sh/docs/api-reference/customer-seats/list
 *
 * @example
 * ```ts
 * import { createSeatsClient, listSeatsWithText } from '@seats/core'
 *
 * const client = createSeatsClient({ accessToken: () => 'polar_oat_…' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * const { roster, text } = await listSeatsWithText(client, source)
 * console.log(`${roster.seats.length} rows in ${text?.length} characters`)
 * ```
 */
export async function listSeatsWithText(
  client: AnyClient,
  source: SeatSource,
  options?: CallOptions,
): Promise<SeatsListWithText> {
  const transport = findInternals(client)
  if (transport === undefined || transport.ownListSeats !== client.listSeats) {
    return { roster: await client.listSeats(source, options), text: undefined }
  }
  let text: string | undefined
  const requests: Requests = {
    ...transport.requests,
    async send(...call) {
      const answer = await transport.requests.send(...call)
      text = answer.text
      return answer
    },
  }
  const roster = await listSeats({ ...transport, requests }, source, options)
  return { roster, text }
}
