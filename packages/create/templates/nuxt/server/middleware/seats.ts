// server/middleware/seats.ts
/** Lets pages prefetch through the guard without an HTTP request. */
export default defineEventHandler((event) => {
  event.context.handleSeats = handleSeats
})
