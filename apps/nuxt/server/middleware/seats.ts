/** So that pages prefetch through the guard in process. */
export default defineEventHandler((event) => {
  event.context.seats = seats
})
