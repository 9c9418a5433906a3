import { strippedBy } from '../stripped-by.ts'

export const strippedByExtension = strippedBy({
  id: 'stripped-by-extension',
  cause: 'extension',
  who: 'another extension',
  title: 'Another extension took a click ID or sub-ID out',
  why: 'The loss was made on this machine: the funnel may be sound, and this test does not show it.',
  fix: 'Switch privacy and ad-blocking extensions off and test again.',
})
