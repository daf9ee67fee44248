import { ofetch } from 'ofetch'

/** Calls one of the demo's own endpoints, which are not part of Seats. Sends a POST if there is a body, else a GET. */
export const demoApi = <Answer>(path: string, body?: object): Promise<Answer> =>
  ofetch<Answer>(`/api/demo${path}`, {
    retry: false,
    ...(body && { method: 'POST', body }),
    onResponseError({ response }) {
      throw new Error(`The demo's server answered with ${response.status}.`)
    },
  })
