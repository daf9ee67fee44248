import { givenRoles, memberSlot, readRole, type GivenRole, type MemberRow } from '@seats/core/ui'
import { useEffect, useRef, type ReactElement } from 'react'
import type { MemberSlots } from '../MemberSlots.ts'
import { PersonCell } from './PersonCell.tsx'
import { useAllMessages } from './useAllMessages.ts'

interface Props {
  row: MemberRow
  isBusy: boolean
  /** True if the row asks whether to remove the member. */
  isAsking: boolean
  slots: MemberSlots
  onRole: (role: GivenRole) => void
  /** Called to ask whether to remove the member, and to stop asking. */
  onAsk: (isAsking: boolean) => void
  onRemove: (click: { detail: number }) => void
}

/** Shows one member. Before a member is removed, the row asks, because the person also loses their seats. */
export function MemberItem({ row, isBusy, isAsking, slots, onRole, onAsk, onRemove }: Props): ReactElement {
  const { members, common, role: roles } = useAllMessages()
  const { member, name, role, canChange } = row
  const slot = memberSlot(row)
  const keepButton = useRef<HTMLButtonElement>(null)
  const removeButton = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isAsking) keepButton.current?.focus()
  }, [isAsking])

  return (
    <li data-seats-row={member.id}>
      <PersonCell {...{ row, slot, slots }} />
      <div className="seats-member-actions">
        {canChange ? (
          <>
            <select
              className="seats-input"
              aria-label={members.roleOf({ who: name })}
              value={member.role}
              aria-disabled={isBusy}
              onChange={(event) => onRole(readRole(event.target.value))}
            >
              {givenRoles.map((role) => (
                <option key={role} value={role}>
                  {roles[role]}
                </option>
              ))}
            </select>
            <button
              type="button"
              ref={removeButton}
              className="seats-button seats-small seats-danger"
              aria-label={members.removeWhom({ who: name })}
              aria-expanded={isAsking}
              onClick={() => onAsk(true)}
            >
              {members.remove}
            </button>
          </>
        ) : (
          <span className="seats-hint">{role}</span>
        )}
        {slots.renderRowActions?.(slot)}
      </div>
      {canChange && isAsking && (
        <div className="seats-banner" role="group" aria-label={members.confirmRemove({ who: name })}>
          <span>{members.confirmRemove({ who: name })}</span>
          <button
            type="button"
            ref={keepButton}
            className="seats-button seats-small"
            onClick={() => {
              onAsk(false)
              removeButton.current?.focus()
            }}
          >
            {common.keep}
          </button>
          <button
            type="button"
            className="seats-button seats-small seats-danger"
            aria-disabled={isBusy}
            onClick={onRemove}
          >
            {members.removeWhom({ who: name })}
          </button>
        </div>
      )}
    </li>
  )
}
