'use client'

import { summarizeRoster, type RosterSummary, type SeatsList } from '@seats/core'
import { answeredRoster, meterParts } from '@seats/core/ui'
import { useMemo, type ReactElement, type ReactNode } from 'react'
import { useSeats } from '../exports/index.ts'
import { Frame } from './internal/Frame.tsx'
import { Mark } from './internal/Mark.tsx'
import { RosterState } from './internal/RosterState.tsx'
import { useExpiryTime } from './internal/useExpiryTime.ts'
import { useMessages } from './internal/useMessages.ts'
import type { PartProps } from './PartProps.ts'

export interface SeatsMeterProps extends PartProps {
  /** Replaces the text above the bar. Vue has it as a slot: `renderSummary` is `summary`. */
  renderSummary?: ((summary: RosterSummary) => ReactNode) | undefined
}

/**
 * Shows how many seats are used, by status.
 *
 * @example
 * ```tsx
 * import { SeatsMeter } from '@seats/react/ui'
 *
 * export const Sidebar = ({ id }: { id: string }) => <SeatsMeter source={{ subscription_id: id }} />
 * ```
 */
export function SeatsMeter({ source, renderSummary, ...frameProps }: SeatsMeterProps): ReactElement {
  const query = useSeats(source, { live: true })
  return (
    <Frame part="meter" keepsFocus {...frameProps}>
      <RosterState query={query} bones={['meter']} />
      {query.data && <Meter {...{ roster: query.data, renderSummary }} />}
    </Frame>
  )
}

function Meter({ roster, renderSummary }: Pick<SeatsMeterProps, 'renderSummary'> & { roster: SeatsList }) {
  const { meter, locale } = useMessages()
  const now = useExpiryTime(roster.seats)
  const summary = useMemo(() => summarizeRoster(answeredRoster(roster), { now }), [roster, now])
  const { used, total } = summary
  const parts = meterParts(summary)
  const isEmpty = total === 0 && used === 0
  const title = (
    <div className="seats-meter-title">
      {renderSummary ? (
        renderSummary(summary)
      ) : isEmpty ? (
        meter.none
      ) : (
        <>
          <strong>{used.toLocaleString(locale)}</strong> {meter.ofTotal({ total })}
        </>
      )}
    </div>
  )
  if (isEmpty) return title
  return (
    <>
      {title}
      <div
        className="seats-meter-bar"
        role="meter"
        aria-label={meter.label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={Math.min(used, total)}
        aria-valuetext={meter.used({ used, total })}
      >
        {parts.map(({ name, count }) => (
          // Sets the size after rendering, because a `style` in HTML from a server would need `unsafe-inline` in a
          // content security policy.
          <span
            key={name}
            ref={(element) => element?.style.setProperty('flex-grow', String(count))}
            className={`seats-meter-part seats-${name}`}
            hidden={count === 0}
          />
        ))}
      </div>
      <ul className="seats-meter-legend">
        {parts.map(({ name, count }) => (
          <li key={name} className={`seats-${name}`}>
            <Mark status={name} /> {meter.parts[name]} <b>{count.toLocaleString(locale)}</b>
          </li>
        ))}
      </ul>
    </>
  )
}
