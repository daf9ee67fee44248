/** Calls one of the demo's own endpoints, which are not part of Seats. Sends a POST if there is a body, else a GET. */
export async function demoApi<Answer>(path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`/api/demo${path}`, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  if (!response.ok) throw new Error(`The demo's server answered with ${response.status}.`)
  return response.json()
}
