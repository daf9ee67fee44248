/** Only seated people may read the report. */
export default defineEventHandler(async (event) => {
  await requireSeat(event)
  return 'The report.'
})
