export default defineEventHandler((event) => seats(toWebRequest(event)))
