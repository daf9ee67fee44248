import { handleSeats } from '../../../../lib/seats.ts'

export { handleSeats as DELETE, handleSeats as GET, handleSeats as POST }
