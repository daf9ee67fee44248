// The parts of `TeamPanel` that are loaded later, in one module, so that they are loaded together.
export { PanelMembers } from './PanelMembers.tsx'
export { SubscriptionNotices } from './SubscriptionNotices.tsx'
