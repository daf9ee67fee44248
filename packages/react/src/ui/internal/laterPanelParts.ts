// The parts of `TeamPanel` that are loaded later. They have a module of their own, because bundlers warn if a module is
// imported both at once and later, and `exports/ui.ts` imports `MembersButton` at once.
export { MembersButton as LaterMembersButton } from '../MembersButton.tsx'
export { SubscriptionNotices } from './SubscriptionNotices.tsx'
