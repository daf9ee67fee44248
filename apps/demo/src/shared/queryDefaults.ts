/** A change fails at once while the browser is offline. By default it would wait, and the user would not see why. */
export const queryDefaults = { defaultOptions: { mutations: { networkMode: 'always' } } } as const
