// The parts of a row that only users with an action need, in one module, so that they are loaded together.
export { default as NoteCell } from './NoteCell.vue'
export { default as RowCalls } from './RowCalls.vue'
