// The parts of `SeatCount` that are loaded later, in one module, so that they are loaded together.
export { default as SeatCountNews } from './SeatCountNews.vue'
export { default as SeatCountPart } from './SeatCountPart.vue'
