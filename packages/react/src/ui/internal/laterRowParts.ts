// The parts of a row that only users with an action need, in one module, so that they are loaded together.
export { NoteCell } from './NoteCell.tsx'
export { RowCalls } from './RowCalls.tsx'
