import type { SeatsClient } from '../../client/createSeatsClient.ts'
import type { CallOptions } from '../../options/CallOptions.ts'
import { sendChange, type LostCall } from './sendChange.ts'
import { settleLost } from './settleLost.ts'
import { startPageRun } from '../run/WorkflowRun.ts'

interface SettleableChange<Sent, Read> {
  send: (options: CallOptions) => Promise<Sent>
  /** Reads something that shows whether the change was made. Must pass the options on to the client. */
  read: (options: CallOptions) => Promise<Read>
  /**
   * Returns the answer that was lost, if the read shows the change. Otherwise returns undefined. Throws the error of
   * the lost call if no read can show the change, or another error if the read shows that the change was impossible.
   */
  find: (read: Read, lostCall: LostCall) => Sent | undefined
}

/**
 * Makes one change for a page. If its answer is lost, reads from the server to find out whether the change was made.
 *
 * @throws SeatsError The error is ambiguous only if the read fails too, or if no read can show the change.
 */
export async function sendAndSettle<Sent, Read>(
  client: SeatsClient,
  { send, read, find }: SettleableChange<Sent, Read>,
): Promise<Sent> {
  const run = startPageRun(client)
  const sentChange = await sendChange(run, send)
  if (sentChange.lostCall === undefined) return sentChange.answer
  const { lostCall } = sentChange
  return settleLost(
    run,
    lostCall,
    () => read({ retry: false }),
    (readResult) => find(readResult, lostCall),
  )
}
