'use client'

import { explainError } from '@seats/core/messages'
import {
  createClickFilter,
  ignoreHeldKeys,
  ignoreLateRowClicks,
  isMemberNewsTrue,
  memberRows,
  type MemberNews,
} from '@seats/core/ui'
import type { SeatsError } from '@seats/core'
import { useContext, useEffect, useRef, useState, type ReactElement } from 'react'
import { useMembers, useRemoveMember, useSeatsClient, useUpdateMember } from '../exports/index.ts'
import { AddMember } from './internal/AddMember.tsx'
import { Frame } from './internal/Frame.tsx'
import { MemberDraftContext } from './internal/MemberDraftContext.ts'
import { MemberItem } from './internal/MemberItem.tsx'
import { MembersState } from './internal/MembersState.tsx'
import { useMemberManager } from './internal/useMemberManager.ts'
import { useAllMessages } from './internal/useAllMessages.ts'
import type { MemberSlots } from './MemberSlots.ts'
import type { CommonProps } from './PartProps.ts'

export interface MembersProps extends CommonProps, MemberSlots {
  /** The address of the signed-in user, who cannot change their own role. Default: the member of the session. */
  you?: string | undefined
}

/**
 * Lists the members of the paying customer. An owner or a billing manager can add and remove members and change their
 * roles here. Needs a client with a member's session. Shows nothing to a user who may not manage members. Shows an
 * error if the signed-in user cannot be read, for example because the browser is offline or the client has no session.
 *
 * @example
 * ```tsx
 * import { Members } from '@seats/react/ui'
 *
 * export const Company = ({ email }: { email: string }) => <Members you={email} />
 * ```
 */
export function Members({ you, messages, locale, timeZone, className, ...slots }: MembersProps): ReactElement {
  const { scope } = useSeatsClient()
  return (
    <Frame part="members" keepsFocus {...{ messages, locale, timeZone, className }}>
      {/* The list of another user starts anew. */}
      <List key={scope} {...{ you, slots }} />
    </Frame>
  )
}

function List({ you, slots }: Pick<MembersProps, 'you'> & { slots: MemberSlots }) {
  const messages = useAllMessages()
  const texts = messages.members
  const { manager, ...userQuery } = useMemberManager()
  const members = useMembers({ enabled: manager !== undefined })
  const rows =
    manager && members.data && memberRows(members.data, you === undefined ? manager : { email: you }, messages)
  const error = userQuery.error ?? members.error
  const isOffline = userQuery.isOffline || members.isPaused
  const [askedId, setAskedId] = useState<string>()
  const ownDraft = useState('')
  const [address, setAddress] = useContext(MemberDraftContext) ?? ownDraft
  const messageRef = useRef<HTMLParagraphElement>(null)
  const [news, setNews] = useState<MemberNews>()
  const showMessage = (message: string) => {
    setNews({ message })
    messageRef.current?.focus()
  }
  const onError = (error: SeatsError) => showMessage(explainError(error, messages))
  // A second click can come before the mutation's `isPending` is true.
  const isSent = useRef(false)
  const onSettled = () => {
    isSent.current = false
  }
  const sendOnce = (send: () => void) => {
    if (isSent.current) return
    isSent.current = true
    send()
  }
  const update = useUpdateMember({
    onSuccess: (member) =>
      setNews({ message: texts.roleIs({ who: member.name ?? member.email, role: member.role }), member }),
    onError,
    onSettled,
  })
  const remove = useRemoveMember({ onError, onSettled })
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => ignoreLateRowClicks(() => list.current), [])
  useEffect(() => ignoreHeldKeys(document), [])
  const [clickFilter] = useState(createClickFilter)

  return (
    <>
      {manager && (rows || !(error || isOffline)) && (
        <>
          <p className="seats-hint">{texts.about}</p>
          <AddMember {...{ address }} onAddress={setAddress} onAdded={setNews} onRefused={onError} />
        </>
      )}
      <p ref={messageRef} role="status" tabIndex={-1} className="seats-said">
        {news && isMemberNewsTrue(news, members.data) && news.message}
      </p>
      {rows ? (
        <>
          <ul ref={list}>
            {rows.map((row) => (
              <MemberItem
                key={row.member.id}
                {...{ row, slots }}
                isBusy={update.isPending || remove.isPending}
                isAsking={row.member.id === askedId}
                onAsk={(isAsking) => {
                  clickFilter.touch(row.member.id)
                  setAskedId(isAsking ? row.member.id : undefined)
                }}
                onRole={(role) => sendOnce(() => update.mutate({ member_id: row.member.id, role }))}
                onRemove={(click) => {
                  if (clickFilter.ignores(row.member.id, click)) return
                  sendOnce(() =>
                    remove.mutate(
                      { member_id: row.member.id },
                      { onSuccess: () => showMessage(texts.removed({ who: row.name })) },
                    ),
                  )
                }}
              />
            ))}
          </ul>
          {rows.every(({ isYou }) => isYou) && slots.renderEmpty?.()}
        </>
      ) : (
        (error || isOffline || userQuery.isLoading || manager) && (
          <MembersState {...{ error, isOffline }} onRetry={() => (manager ? members : userQuery).refetch()} />
        )
      )}
    </>
  )
}
