// The parts of `SeatCount` that are loaded later, in one module, so that they are loaded together.
export { SeatCountNews } from './SeatCountNews.tsx'
export { SeatCountPart } from './SeatCountPart.tsx'
