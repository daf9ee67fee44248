import { call } from '../../internal/wire/call.ts'
import type { WireCall } from '../../internal/wire/WireCall.ts'
import type { AnyClient } from '../run/AnyClient.ts'
import { requireSession } from '../run/requireSession.ts'
import type { WorkflowOptions } from '../run/WorkflowOptions.ts'
import { startRun } from '../run/WorkflowRun.ts'
import { sendChange } from '../seat/sendChange.ts'
import { settleLost } from '../seat/settleLost.ts'
import { adviseOnMembers } from './adviseOnMembers.ts'

interface MemberChange<Answer> {
  wireCall: Omit<WireCall, 'safe'>
  isValid: (value: unknown) => value is Answer
  /** Reads after a lost answer. Resolves with `undefined` if the change is not visible yet. */
  readAfterLostAnswer: () => Promise<Answer | undefined>
}

/** Sends a change of a member. If the answer is lost, reads to find out whether the change was made. */
export async function changeMember<Answer>(
  client: AnyClient,
  options: WorkflowOptions,
  { wireCall, isValid, readAfterLostAnswer }: MemberChange<Answer>,
): Promise<Answer> {
  const run = startRun(client, options)
  const transport = requireSession(client, 'Members')
  const sentChange = await sendChange(run, (callOptions) =>
    call(transport, { ...wireCall, safe: false }, isValid, callOptions),
  ).catch(adviseOnMembers)
  if (sentChange.lostCall === undefined) return sentChange.answer
  const read = async () => ({ found: await readAfterLostAnswer() })
  const { found } = await settleLost(run, sentChange.lostCall, read, (answer) =>
    answer.found === undefined ? undefined : answer,
  )
  return found as Answer
}
