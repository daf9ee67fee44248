/** Until live events arrive: what others change shows within two seconds. */
export const keepFresh = { refetchInterval: 2_000 } as const
