import { strippedBy } from '../stripped-by.ts'

export const strippedByBrowser = strippedBy({
  id: 'stripped-by-browser',
  cause: 'browser',
  who: 'the browser',
  title: 'The browser took a click ID or sub-ID out',
  why: "The loss was made on this machine by the browser's tracking protection: visitors with the same setting arrive without the ID, others with it.",
  fix: 'Capture the click server-side on the first hop, or carry the value under a name of your own as well.',
})
