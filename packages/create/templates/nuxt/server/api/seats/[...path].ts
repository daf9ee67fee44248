// server/api/seats/[...path].ts
export default defineEventHandler((event) => seats(toWebRequest(event)))
