import { seats } from '../../../../lib/seats.ts'

export { seats as DELETE, seats as GET, seats as POST }
