/**
 * A token, or a function that returns one. The client keeps the token until a 401, then calls the function once more
 * with `refresh: true`.
 */
export type SeatsToken = string | ((context: { refresh: boolean }) => string | Promise<string>)
