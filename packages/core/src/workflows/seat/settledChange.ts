import type { SeatsClient } from '../../client/createSeatsClient.ts'
import type { CallOptions } from '../../options/CallOptions.ts'
import { sendChange, type LostCall } from './LostCall.ts'
import { settleLost } from './settleLost.ts'
import { startPageRun } from '../run/WorkflowRun.ts'

interface SettledChange<Sent, Read> {
  send: (options: CallOptions) => Promise<Sent>
  /** Reads from the server what can show the change. Pass the options on. */
  read: (options: CallOptions) => Promise<Read>
  /** Returns what the answer would have been, if the server shows the change. */
  find: (read: Read, lost: LostCall) => Sent | undefined
}

/**
 * Makes one change for a page. If its answer is lost, reads what became of it.
 *
 * @throws SeatsError that is ambiguous only if reading fails too
 */
export async function settledChange<Sent, Read>(
  client: SeatsClient,
  { send, read, find }: SettledChange<Sent, Read>,
): Promise<Sent> {
  const run = startPageRun(client)
  const sent = await sendChange(run, send)
  if (sent.lost === undefined) return sent.answer
  const { lost } = sent
  return settleLost(
    run,
    lost,
    () => read({ retry: false }),
    (seen) => find(seen, lost),
  )
}
