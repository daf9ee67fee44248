import { useId } from 'react'
import type { RosterView } from '../shared/rosterRows.ts'
import { text } from '../shared/text.ts'

interface Props {
  view: RosterView
  onChange: (view: RosterView) => void
}

/** Lets the user search, filter and sort the list. */
export function RosterTools({ view, onChange }: Props) {
  const id = useId()
  return (
    <div className="tools" role="search">
      <label className="visually-hidden" htmlFor={`${id}-search`}>
        {text.search}
      </label>
      <input
        id={`${id}-search`}
        className="search"
        type="search"
        placeholder={text.search}
        value={view.search}
        onChange={(event) => onChange({ ...view, search: event.target.value })}
      />
      <label className="visually-hidden" htmlFor={`${id}-filter`}>
        {text.filter}
      </label>
      <select
        id={`${id}-filter`}
        value={view.status}
        onChange={(event) => onChange({ ...view, status: event.target.value as RosterView['status'] })}
      >
        {Object.entries(text.filters).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <label className="visually-hidden" htmlFor={`${id}-sort`}>
        {text.sort}
      </label>
      <select
        id={`${id}-sort`}
        value={view.sort}
        onChange={(event) => onChange({ ...view, sort: event.target.value as RosterView['sort'] })}
      >
        {Object.entries(text.sorts).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
