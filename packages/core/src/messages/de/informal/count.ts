import type { MessageTools } from '../../MessageTools.ts'
import type { MessagesPatch } from '../../MessagesPatch.ts'

export function count({ seats, day }: MessageTools): MessagesPatch {
  return {
    seatCount: {
      fromBalance: 'Aus deinem Guthaben bezahlt',
      toBalance: 'Deinem Guthaben gutgeschrieben',
      nothingToDo: ({ count }) => `Du hast bereits ${seats(count)}`,
      priceChanged: 'Der Preis hat sich geändert. Prüfe ihn, bevor du bestätigst.',
      bought: ({ count }) => `Du hast jetzt ${seats(count)}.`,
      reduced: ({ count, at }) => `Ab ${day(at)} hast du ${seats(count)}.`,
      kept: ({ count }) => `Du behältst ${seats(count)}.`,
    },
  }
}
