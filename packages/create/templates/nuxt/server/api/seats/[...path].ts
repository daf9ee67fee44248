// server/api/seats/[...path].ts
export default defineEventHandler((event) => handleSeats(toWebRequest(event)))
