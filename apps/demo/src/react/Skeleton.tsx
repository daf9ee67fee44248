import { text } from '../shared/text.ts'

/** Keeps the place of a panel that is still loading. */
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
