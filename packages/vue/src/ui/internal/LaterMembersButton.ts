// A module of its own, because bundlers warn if a module is imported both at once and later, and `exports/ui.ts` imports
// `MembersButton` at once.
export { default as LaterMembersButton } from '../MembersButton.vue'
