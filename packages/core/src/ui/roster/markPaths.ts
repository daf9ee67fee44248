/** The SVG path of each icon that shows a seat's status. The view box is 16 by 16. */
export const markPaths = {
  check:
    'M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0Zm4.2 6.1-4.9 5.4a1 1 0 0 1-1.4.1L3.6 9.5A1 1 0 1 1 4.9 8l1.5 1.4 4.3-4.7a1 1 0 0 1 1.5 1.4Z',
  letter:
    'M2.5 3h11A1.5 1.5 0 0 1 15 4.5v.1L8 9 1 4.6v-.1A1.5 1.5 0 0 1 2.5 3ZM1 6.3l7 4.4 7-4.4v5.2a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 1 11.5Z',
  clock: 'M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0Zm1 3v4.6l3 1.8-1 1.7-4-2.4V3h2Z',
  ring: 'M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0Zm0 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z',
}

/** The name of an icon. */
export type MarkName = keyof typeof markPaths
