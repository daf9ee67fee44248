import { openClaimStream } from '@seats/core'
import { forwardStream } from '../../events/forwardStream.ts'
import { streamResponse } from '../../http/responses.ts'
import { ipAddressKey } from '../access/ipAddressKey.ts'
import type { Outcome } from '../flow/Outcome.ts'
import type { RequestContext } from '../flow/RequestContext.ts'
import { requireInvitationToken } from './requireInvitationToken.ts'

/**
 * Forwards Polar's stream about one invitation. Reads the invitation first, so that a request without a valid
 * invitation does not use up the claim streams that all visitors share. The read and the stream each spend one call of
 * the IP address.
 */
export async function serveClaimStream(context: RequestContext): Promise<Outcome> {
  const { request, route, upstreamFor, budgets, ipAddress, slots } = context
  const invitationToken = requireInvitationToken(route)
  const slot = slots.take(`address:${ipAddressKey(ipAddress ?? '')}`, request)
  try {
    const spend = budgets.forIpAddress(ipAddress)
    await upstreamFor(spend).read((client, { signal, ...options }) => {
      const signals = [slot.signal, ...(signal ? [signal] : [])]
      return client.getClaimInfo(invitationToken, { ...options, signal: AbortSignal.any(signals) })
    })
    const spendStream = async () => {
      await spend()
      await budgets.claimStreams()
    }
    const stream = await upstreamFor(spendStream).read((client, { timeout }) =>
      openClaimStream(client, invitationToken, { signal: slot.signal, timeout }),
    )
    return { response: streamResponse(forwardStream(stream, slot)) }
  } catch (error) {
    slot.release()
    throw error
  }
}
