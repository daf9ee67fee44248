// The parts of `TeamPanel` that are loaded later. They have a module of their own, because bundlers warn if a module is
// imported both at once and later, and `exports/ui.ts` imports `MembersButton` at once.
export { default as LaterMembersButton } from '../MembersButton.vue'
export { default as SubscriptionNotices } from './SubscriptionNotices.vue'
