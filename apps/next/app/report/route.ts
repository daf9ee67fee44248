import { isSeated } from '../../lib/gate.ts'

/** Only seated people may read the report. */
export async function GET(): Promise<Response> {
  if (!(await isSeated())) return new Response('You need a seat.', { status: 403 })
  return new Response('The report.')
}
