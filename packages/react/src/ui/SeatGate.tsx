'use client'

import type { SeatAccess } from '@seats/core'
import type { ReactElement, ReactNode } from 'react'
import { useSeatAccess } from '../exports/index.ts'
import { Frame } from './internal/Frame.tsx'
import { useMessages } from './internal/useMessages.ts'
import type { PartProps } from './PartProps.ts'

export interface SeatGateProps extends PartProps {
  /** Shown to people who have a seat. */
  children?: ReactNode
  /**
   * Shown to everybody else. A function gets the answer, whose `reason` says why they have no access. Default: a
   * sentence.
   */
  fallback?: ReactNode | ((access: SeatAccess | undefined) => ReactNode)
}

/**
 * Shows its children to people who have a seat. This only hides: people can still read everything that the page has
 * loaded. Protect the data with `createSeatGate` of `@seats/server`. A `className` is put on an element around the
 * content. Without one, there is no such element.
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
  const { gate } = useMessages()
  return <p role="status">{isChecking ? gate.checking : isUnknown ? gate.failed : gate.noSeat}</p>
}
