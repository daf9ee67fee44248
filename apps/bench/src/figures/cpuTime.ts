/** Returns the CPU time of this process in milliseconds, including that of its garbage collector. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
