/** What something costs this process in ms of its own work, however busy the machine is. */
export function cpuTime(run: () => unknown): number {
  const start = process.cpuUsage()
  run()
  return process.cpuUsage(start).user / 1000
}
