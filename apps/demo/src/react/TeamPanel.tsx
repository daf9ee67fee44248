import { summarizeRoster } from '@seats/core'
import { useSeats, useSeatsClient } from '@seats/react'
import { useState } from 'react'
import { second } from '../shared/clock.ts'
import type { Notice } from '../shared/Notice.ts'
import type { Session } from '../shared/session.ts'
import { text } from '../shared/text.ts'
import { BulkInvite } from './BulkInvite.tsx'
import { FullTeam } from './FullTeam.tsx'
import { InviteForm } from './InviteForm.tsx'
import { ListProblem, LoadProblem } from './Problems.tsx'
import { PanelNotice } from './PanelNotice.tsx'
import { SeatsMeter } from './SeatsMeter.tsx'
import { SeatsTable } from './SeatsTable.tsx'
import { Skeleton } from './Skeleton.tsx'
import { useStore } from './useStore.ts'

/** Shows a team's seats: how many are used, who has them, and the controls to change that. */
export function TeamPanel({ session }: { session: Session }) {
  const { source, may } = session
  const roster = useSeats(source, { live: true })
  const now = useStore(second)
  const client = useSeatsClient()
  const [notice, notify] = useState<Notice>()

  if (roster.data === undefined) {
    return roster.error || roster.isPaused ? <LoadProblem roster={roster} /> : <Skeleton />
  }
  const summary = summarizeRoster(roster.data, { now: Math.min(now, client.earliestNow()) })
  return (
    <>
      <ListProblem roster={roster} />
      <SeatsMeter summary={summary} />
      {may.change ? (
        <div className="invite-area">
          <InviteForm source={source} may={may} notify={notify} />
          <BulkInvite source={source} roster={roster.data} />
        </div>
      ) : (
        <p className="hint">{text.readOnly}</p>
      )}
      {may.change && summary.available === 0 && <FullTeam notify={notify} />}
      <SeatsTable roster={roster.data} source={source} may={may} now={now} notify={notify} />
      <PanelNotice notice={notice} source={source} may={may} notify={notify} />
    </>
  )
}
