/**
 * A token, or a function that returns a token. The client uses the token until it gets a 401. Then it calls the
 * function again with `refresh: true`.
 */
export type SeatsToken = string | ((context: { refresh: boolean }) => string | Promise<string>)
