/** The part of a driver's page that following its tabs takes. */
interface Opener<P> {
  on(event: 'popup', listener: (opened: P) => void): unknown
}

/**
 * The tabs of one walk: the first, and whatever these open, however late and by whatever means.
 *
 * @param meet told of each tab as it comes
 * @returns all of them, oldest first; it grows
 */
export function followTabs<P>(first: P & Opener<P | null>, meet: (page: P) => void = () => {}): P[] {
  const chain: P[] = []
  const add = (page: P | null) => {
    if (!page) return
    chain.push(page)
    meet(page)
    const opener = page as P & Opener<P | null>
    opener.on('popup', add)
  }
  add(first)
  return chain
}

/** The tab that the walk is on: the newest that is still open. */
export function newest<P extends { isClosed(): boolean }>(chain: readonly P[]): P {
  const page = chain.findLast((candidate) => !candidate.isClosed())
  if (!page) throw new Error('the funnel closed all its tabs')
  return page
}
