import type { ReactElement } from 'react'
import { useMessages } from './useMessages.ts'

/** A placeholder for content that is still loading. Each bone is the end of the class name `seats-…` of a bar. */
export function Skeleton({ bones }: { bones: readonly string[] }): ReactElement {
  const { table } = useMessages()
  return (
    <div className="seats-skeleton" role="status">
      <span className="seats-visually-hidden">{table.loading}</span>
      {bones.map((bone, index) => (
        <div key={index} className={`seats-bone seats-${bone}`} />
      ))}
    </div>
  )
}
