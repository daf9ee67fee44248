// The parts of `SeatCount` that are loaded later, in one module, so that they are loaded together.
export { default as SeatCountDialog } from './SeatCountDialog.vue'
export { default as SeatCountNews } from './SeatCountNews.vue'
