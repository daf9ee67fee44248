import { createContext, type Context, type Dispatch, type SetStateAction } from 'react'

type Draft = [address: string, setAddress: Dispatch<SetStateAction<string>>]

/** The address that is typed for a new member. `MembersButton` keeps it when its dialog is closed. */
export const MemberDraftContext: Context<Draft | undefined> = createContext<Draft | undefined>(undefined)
