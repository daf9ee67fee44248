// The parts of `TeamPanel` that are loaded later, in one module, so that they are loaded together.
export { default as PanelMembers } from './PanelMembers.vue'
export { default as SubscriptionNotices } from './SubscriptionNotices.vue'
