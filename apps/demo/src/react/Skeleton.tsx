import { text } from '../shared/text.ts'

/** A placeholder for a panel that is still loading. */
export function Skeleton() {
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{text.loading}</span>
      {['meter', 'form', 'row', 'row', 'row', 'row'].map((part, index) => (
        <div key={index} className={`bone ${part}`} />
      ))}
    </div>
  )
}
