import type { ReactElement } from 'react'
import { useMessages } from './useMessages.ts'

/** A placeholder for content that is still loading. The bone `x` is a grey bar with the class `seats-x`. */
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
