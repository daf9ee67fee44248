'use client'

import type { ReactElement } from 'react'
import { useSeats } from '../exports/index.ts'
import { BulkInvite } from './BulkInvite.tsx'
import { Frame } from './internal/Frame.tsx'
import { FullTeam } from './internal/FullTeam.tsx'
import { InPanelContext } from './internal/InPanelContext.ts'
import { NotLoaded } from './internal/NotLoaded.tsx'
import { PermissionsState } from './internal/PermissionsState.tsx'
import { RosterState } from './internal/RosterState.tsx'
import { SeatCountOpener } from './internal/SeatCountOpener.tsx'
import { usePermissions } from './internal/usePermissions.ts'
import { useLoaded } from './internal/useLoaded.ts'
import { useRosterKey } from './internal/useRosterKey.ts'
import { InviteForm } from './InviteForm.tsx'
import type { InviteSlots } from './InviteSlots.ts'
import type { CommonProps } from './PartProps.ts'
import { SeatCount, type SeatCountProps } from './SeatCount.tsx'
import { SeatsMeter, type SeatsMeterProps } from './SeatsMeter.tsx'
import { SeatsTable, type SeatsTableProps } from './SeatsTable.tsx'

/** The props of the panel's parts, which the panel passes on to them. */
export interface TeamPanelProps
  extends
    SeatsTableProps,
    InviteSlots,
    Pick<SeatsMeterProps, 'renderSummary'>,
    Pick<SeatCountProps, 'manageBillingUrl' | 'renderPriceDetails'> {}

/**
 * A team page: the number of used seats, the people who have them, and controls to change both. Users see only the
 * controls that they may use. Include `@seats/core/ui.css`, which has the styles.
 *
 * @example
 * ```tsx
 * import { TeamPanel } from '@seats/react/ui'
 *
 * export const Team = ({ id }: { id: string }) => <TeamPanel source={{ subscription_id: id }} />
 * ```
 */
export function TeamPanel({ messages, locale, timeZone, className, ...panelProps }: TeamPanelProps): ReactElement {
  return (
    <Frame part="panel" keepsFocus {...{ messages, locale, timeZone, className }}>
      <Panel {...panelProps} />
    </Frame>
  )
}

function Panel({
  source,
  renderSummary,
  renderFields,
  renderInvitee,
  manageBillingUrl,
  renderPriceDetails,
  ...tableProps
}: Omit<TeamPanelProps, keyof CommonProps>) {
  const countProps = { source, manageBillingUrl, renderPriceDetails }
  const query = useSeats(source, { live: true })
  const key = useRosterKey(source)
  const can = usePermissions(source)
  const notices = useLoaded(can.getSubscription, loadNotices)
  const members = useLoaded(can.manageMembers, loadMembers)
  return (
    <>
      <RosterState query={query} bones={bones} />
      {query.data && <PermissionsState source={source} />}
      {query.data && (
        <InPanelContext.Provider key={key} value>
          <div className="seats-meter-area">
            <SeatsMeter {...{ source, renderSummary }} />
            <SeatCount {...countProps} />
            {members.part && <members.part canManage={can.manageMembers} you={tableProps.you?.email} />}
          </div>
          {notices.part && <notices.part {...{ source, manageBillingUrl, SeatCountOpener }} />}
          <NotLoaded loads={[notices, members]} />
          <div className={can.assignSeat ? 'seats-invite-area' : 'seats-notice'}>
            <InviteForm {...{ source, renderFields, renderInvitee }} />
            <BulkInvite {...{ source, renderInvitee }} />
          </div>
          <FullTeam {...countProps} roster={query.data} />
          <SeatsTable source={source} {...tableProps} />
        </InPanelContext.Provider>
      )}
    </>
  )
}

const loadNotices = async () => (await import('./internal/SubscriptionNotices.tsx')).SubscriptionNotices
const loadMembers = async () => (await import('./internal/PanelMembers.tsx')).PanelMembers

const bones = ['meter', 'form', 'row', 'row', 'row', 'row']
