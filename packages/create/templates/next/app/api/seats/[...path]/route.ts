// app/api/seats/[...path]/route.ts
import { seats } from '../../../../lib/seats'

export { seats as DELETE, seats as GET, seats as POST }
