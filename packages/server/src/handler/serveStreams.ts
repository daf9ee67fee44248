import { openClaimStream, type SeatSource } from '@seats/core'
import { addressKey } from '../internal/addressKey.ts'
import { openEventStream } from '../events/openEventStream.ts'
import { passOn } from '../events/passOn.ts'
import { eventsChannel } from '../events/SeatsEvent.ts'
import { admit } from './admit.ts'
import { ownerOf } from './budgets.ts'
import { requireGrant } from './grants.ts'
import type { Job } from './Job.ts'
import { Refusal, sourceNotFound } from './refusals.ts'
import { requireToken } from './requireToken.ts'
import { streamResponse } from './respond.ts'

/** Live events of a source, for whoever may list it. */
export async function serveEvents(job: Job, source: SeatSource): Promise<Response> {
  const { grant } = await admit(job, source)
  const channel = eventsChannel(source)
  if (channel === undefined) throw sourceNotFound(source)
  const { authorize, request, store, report } = job
  const slot = job.slots.take(ownerOf(grant), request)
  const isGranted = async () => {
    try {
      await requireGrant(authorize, request, { operation: 'listSeats', source })
      return true
    } catch (error) {
      if (!(error instanceof Refusal)) report(error)
      return false
    }
  }
  return streamResponse(await openEventStream({ store, channel, slot, isGranted, report }))
}

/** Passes Polar's stream about one invitation on. The invitation is looked at first, in the address's own budget. */
export async function serveClaimStream(job: Job): Promise<Response> {
  const { request, route, upstream, budgets, address, slots } = job
  const invitationToken = requireToken(route)
  const slot = slots.take(`address:${addressKey(address ?? '')}`, request)
  try {
    // Whoever has no live invitation spends nothing that others need.
    const spend = budgets.forAddress(address)
    await upstream(spend).read((client, { signal, ...options }) => {
      const signals = [slot.signal, ...(signal ? [signal] : [])]
      return client.getClaimInfo(invitationToken, { ...options, signal: AbortSignal.any(signals) })
    })
    const polar = upstream(async () => {
      await spend()
      await budgets.claimStreams()
    })
    const stream = await polar.read((client, { timeout }) =>
      openClaimStream(client, invitationToken, { signal: slot.signal, timeout }),
    )
    return streamResponse(passOn(stream, slot))
  } catch (error) {
    slot.release()
    throw error
  }
}
