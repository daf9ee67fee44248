/** The demo's own endpoints, none of them part of Seats. With a body it is a POST. */
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
