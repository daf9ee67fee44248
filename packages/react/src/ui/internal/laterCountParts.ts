// The parts of `SeatCount` that are loaded later, in one module, so that they are loaded together.
export { SeatCountDialog } from './SeatCountDialog.tsx'
export { SeatCountNews } from './SeatCountNews.tsx'
