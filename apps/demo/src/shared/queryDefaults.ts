/** Offline, a change is refused at once with a sentence, in place of waiting unseen. */
export const queryDefaults = { defaultOptions: { mutations: { networkMode: 'always' } } } as const
