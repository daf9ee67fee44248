// app/api/seats/[...path]/route.ts
import { handleSeats } from '../../../../lib/seats'

export { handleSeats as DELETE, handleSeats as GET, handleSeats as POST }
