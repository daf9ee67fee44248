import { markOf, markPaths, type MarkName, type MeterPart, type RowStatus } from '@seats/core/ui'
import type { ReactElement } from 'react'

interface Props {
  status: RowStatus | MeterPart
  className?: string
}

/** Shows the icon of a status. */
export const Mark = ({ status, className = 'seats-mark' }: Props): ReactElement => (
  <Shape name={markOf(status)} className={className} />
)

/** Shows the icon with this name. */
export const Shape = ({ name, className }: { name: MarkName; className: string }): ReactElement => (
  <svg className={className} viewBox="0 0 16 16" aria-hidden="true">
    <path fillRule="evenodd" d={markPaths[name]} />
  </svg>
)
