import type { SeatsError } from '@seats/core'
import { useMembers, useRemoveMember, useUpdateMember } from '@seats/react'
import { useRef, useState } from 'react'
import { explain } from '../shared/explain.ts'
import { memberRows, roleName } from '../shared/memberRows.ts'
import type { Session } from '../shared/session.ts'
import { text } from '../shared/text.ts'
import { AddMember } from './AddMember.tsx'
import { MemberItem } from './MemberItem.tsx'

/** Lists the people whom Polar knows under the company, and lets the owner add, promote and remove them. */
export function Members({ session: { person } }: { session: Session }) {
  const members = useMembers()
  const said = useRef<HTMLParagraphElement>(null)
  const [notice, setNotice] = useState('')
  const tell = (message: string) => {
    setNotice(message)
    said.current?.focus()
  }
  const onError = (error: SeatsError) => tell(explain(error))
  const update = useUpdateMember({
    onSuccess: ({ name, email, role }) => setNotice(text.members.roleIs(name ?? email, roleName(role))),
    onError,
  })
  const remove = useRemoveMember({ onError })

  return (
    <div className="members">
      <p className="hint">{text.members.about}</p>
      <AddMember onAdded={setNotice} />
      <p ref={said} role="status" tabIndex={-1} className="members-said">
        {notice}
      </p>
      {members.data === undefined ? (
        <p role="status">
          {members.error ? `${text.members.loadFailed} ${explain(members.error)}` : text.members.loading}
        </p>
      ) : (
        <ul>
          {memberRows(members.data, person.email).map((row) => (
            <MemberItem
              key={row.member.id}
              row={row}
              isBusy={update.isPending || remove.isPending}
              onRole={(role) => update.mutate({ member_id: row.member.id, role })}
              onRemove={() =>
                remove.mutate({ member_id: row.member.id }, { onSuccess: () => tell(text.members.removed(row.name)) })
              }
            />
          ))}
        </ul>
      )}
    </div>
  )
}
