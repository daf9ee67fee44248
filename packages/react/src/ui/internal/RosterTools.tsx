import type { RosterView } from '@seats/core/ui'
import type { ChangeEvent, ReactElement } from 'react'
import { useMessages } from './useMessages.ts'

interface Props {
  view: RosterView
  onChange: (view: RosterView) => void
}

/** Lets the user search, filter and sort the list. */
export function RosterTools({ view, onChange }: Props): ReactElement {
  const { table } = useMessages()
  const selects = [
    { part: 'status', label: table.filter, options: table.filters },
    { part: 'sort', label: table.sort, options: table.sorts },
  ] as const
  const change = (part: keyof RosterView) => (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
    onChange({ ...view, [part]: event.target.value })
  return (
    <div className="seats-tools" role="search">
      <input
        className="seats-input seats-search"
        type="search"
        aria-label={table.search}
        placeholder={table.search}
        value={view.search}
        onChange={change('search')}
      />
      {selects.map(({ part, label, options }) => (
        <select key={part} className="seats-input" aria-label={label} value={view[part]} onChange={change(part)}>
          {Object.entries(options).map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      ))}
    </div>
  )
}
