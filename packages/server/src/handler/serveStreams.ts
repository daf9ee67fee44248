import { openClaimStream, type SeatSource } from '@seats/core'
import { addressKey } from '../internal/addressKey.ts'
import { openEventStream } from '../events/openEventStream.ts'
import { passOn } from '../events/passOn.ts'
import { eventsChannel } from '../events/SeatsEvent.ts'
import { admit } from './admit.ts'
import { ownerOf } from './budgets.ts'
import { requireGrant } from './grants.ts'
import type { Job } from './Job.ts'
import { sourceNotFound } from './refusals.ts'
import { streamResponse } from './respond.ts'

/** Live events of a source, for whoever may list it. */
export async function serveEvents(job: Job, source: SeatSource): Promise<Response> {
  const { grant } = await admit(job, source)
  const channel = eventsChannel(source)
  if (channel === undefined) throw sourceNotFound(source)
  const slot = job.slots.take(ownerOf(grant))
  const isGranted = () => requireGrant(job.authorize, job.request, { operation: 'listSeats', source }).then(() => true)
  return streamResponse(await openEventStream({ store: job.store, channel, slot, isGranted }))
}

/** Polar's stream about one invitation, passed through. */
export async function serveClaimStream({ route, upstream, budgets, address, slots }: Job): Promise<Response> {
  const slot = slots.take(`address:${addressKey(address ?? '')}`)
  try {
    const polar = upstream(async () => {
      await budgets.forAddress(address)()
      await budgets.claimStreams()
    })
    const stream = await polar((client, { timeout }) =>
      openClaimStream(client, route.invitationToken ?? '', { signal: slot.signal, timeout }),
    )
    return streamResponse(passOn(stream, slot))
  } catch (error) {
    slot.release()
    throw error
  }
}
