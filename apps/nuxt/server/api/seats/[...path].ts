export default defineEventHandler((event) => handleSeats(toWebRequest(event)))
