'use client'

import type { SeatAccess } from '@seats/core'
import type { ReactElement, ReactNode } from 'react'
import { useSeatAccess } from '../exports/index.ts'
import { Frame } from './internal/Frame.tsx'
import { useAllMessages } from './internal/useAllMessages.ts'
import type { PartProps } from './PartProps.ts'

export interface SeatGateProps extends PartProps {
  /** Shown to people who have a seat. */
  children?: ReactNode
  /**
   * Shown to people who have no seat, and if the access cannot be read. A function gets the server's answer, whose
   * `reason` says why the person has no access. If there is no answer, the function gets `undefined`. Default: a
   * sentence.
   */
  fallback?: ReactNode | ((access: SeatAccess | undefined) => ReactNode)
}

/**
 * Shows its children to people who have a seat. This only hides the children: everybody can still read the data that
 * the page has loaded. Protect the data with `createSeatGate` of `@seats/server`. If you set `className`, an element
 * with this class is put around the content.
 *
 * @example
 * ```tsx
 * import { SeatGate } from '@seats/react/ui'
 *
 * export const Report = ({ id }: { id: string }) => (
 *   <SeatGate source={{ subscription_id: id }}>
 *     <p>Only for the team.</p>
 *   </SeatGate>
 * )
 * ```
 */
export function SeatGate({ source, children, fallback, ...frameProps }: SeatGateProps): ReactElement {
  // The content belongs to the app, so an element is put around it only if the app sets a class.
  const wrap = (content: ReactNode) =>
    frameProps.className ? <div className={frameProps.className}>{content}</div> : <>{content}</>
  const { access, data } = useSeatAccess(source, { live: true })
  if (access === 'seated') return wrap(children)
  if (access === 'not' && fallback !== undefined) {
    return wrap(typeof fallback === 'function' ? fallback(data) : fallback)
  }
  // If Polar cannot be reached, there is an answer, but it does not say whether the person has a seat.
  const isUnknown = data === undefined || data.reason === 'unknown'
  return (
    <Frame part="gate" {...frameProps}>
      <GateText isChecking={access === 'checking'} isUnknown={isUnknown} />
    </Frame>
  )
}

function GateText({ isChecking, isUnknown }: { isChecking: boolean; isUnknown: boolean }) {
  const { gate } = useAllMessages()
  return <p role="status">{isChecking ? gate.checking : isUnknown ? gate.failed : gate.noSeat}</p>
}
