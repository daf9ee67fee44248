import { summarizeRoster } from '@seats/core'
import { useSeatPermissions, useSeats, useSeatsClient } from '@seats/react'
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
import { ScheduledCount } from './ScheduledCount.tsx'
import { SeatCount } from './SeatCount.tsx'
import { SeatsMeter } from './SeatsMeter.tsx'
import { SeatsTable } from './SeatsTable.tsx'
import { Skeleton } from './Skeleton.tsx'
import { useStore } from './useStore.ts'

/** Shows a team's seats: how many are used, who has them, and the controls to change that. */
export function TeamPanel({ session: { source } }: { session: Session }) {
  const { data: may } = useSeatPermissions(source)
  const roster = useSeats(source, { live: true })
  const now = useStore(second)
  const client = useSeatsClient()
  const [notice, notify] = useState<Notice>()
  const [isCounting, setIsCounting] = useState(false)

  if (roster.data === undefined) {
    return roster.error || roster.isPaused ? <LoadProblem roster={roster} /> : <Skeleton />
  }
  const summary = summarizeRoster(roster.data, { now: Math.min(now, client.earliestNow()) })
  const count = () => setIsCounting(true)
  return (
    <>
      <ListProblem roster={roster} />
      <div className="meter-area">
        <SeatsMeter summary={summary} />
        {may?.buySeats && (
          <button className="button small" onClick={count}>
            {may.reduceSeats ? text.seatCount.change : text.seatCount.get}
          </button>
        )}
      </div>
      {may?.getSubscription && <ScheduledCount {...{ source, may, notify }} />}
      {may?.assignSeat && (
        <div className="invite-area">
          <InviteForm {...{ source, may, notify }} />
          <BulkInvite source={source} roster={roster.data} />
        </div>
      )}
      {may?.assignSeat && summary.available === 0 && <FullTeam canBuy={may.buySeats} onBuy={count} />}
      <SeatsTable {...{ source, may, now, notify }} roster={roster.data} />
      {may && isCounting && (
        <SeatCount {...{ source, may, notify }} roster={roster.data} onClose={() => setIsCounting(false)} />
      )}
      <PanelNotice {...{ notice, source, may, notify }} />
    </>
  )
}
