/** One after the other: each job begins when the one before has ended, well or not. */
export function turns(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (job) => {
    const done = last.then(job, job)
    last = done.catch(() => {})
    return done
  }
}
