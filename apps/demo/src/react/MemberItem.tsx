import { useEffect, useRef, useState } from 'react'
import { givenRoles, readRole, type GivenRole, type MemberRow } from '../shared/memberRows.ts'
import { text } from '../shared/text.ts'

interface Props {
  row: MemberRow
  isBusy: boolean
  onRole: (role: GivenRole) => void
  onRemove: () => void
}

/** Shows one member. Removing asks first, in place, because it takes the person's seats too. */
export function MemberItem({ row, isBusy, onRole, onRemove }: Props) {
  const { member, name, initials, hue, role, isYou, canChange } = row
  const [isAsking, setIsAsking] = useState(false)
  const keep = useRef<HTMLButtonElement>(null)
  const remove = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isAsking) keep.current?.focus()
  }, [isAsking])

  return (
    <li>
      <div className="person">
        <span className="avatar" data-hue={hue} aria-hidden="true">
          {initials}
        </span>
        <span className="person-name">
          {name} {isYou && <span className="tag">{text.members.you}</span>}
        </span>
        {name !== member.email && <span className="person-address">{member.email}</span>}
      </div>
      {canChange ? (
        <div className="member-actions">
          <select
            aria-label={text.members.roleOf(name)}
            value={member.role}
            disabled={isBusy}
            onChange={(event) => onRole(readRole(event.target.value))}
          >
            {givenRoles.map((given) => (
              <option key={given} value={given}>
                {text.role[given]}
              </option>
            ))}
          </select>
          <button
            ref={remove}
            className="button small danger"
            aria-label={text.members.removeWhom(name)}
            aria-expanded={isAsking}
            onClick={() => setIsAsking(true)}
          >
            {text.members.remove}
          </button>
        </div>
      ) : (
        <span className="hint">{role}</span>
      )}
      {isAsking && (
        <div className="banner" role="group" aria-label={text.members.asks(name)}>
          <span>{text.members.asks(name)}</span>
          <button
            ref={keep}
            className="button small"
            onClick={() => {
              setIsAsking(false)
              remove.current?.focus()
            }}
          >
            {text.members.keep}
          </button>
          <button className="button small danger" disabled={isBusy} onClick={onRemove}>
            {text.members.removeWhom(name)}
          </button>
        </div>
      )}
    </li>
  )
}
