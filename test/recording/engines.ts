/** What differs between the browsers in the events of a story. */
export interface Engine {
  /** Whether `onBeforeRequest` comes before the navigation's beginning. */
  requestFirst: boolean
  /** How the address bar is reported. */
  typedTransition: string
  /** The word for a navigation that was given up. */
  aborted: string
  /** How a request names the page that began it: by its URL, or by no more than its origin. */
  initiator(page: string): string
  /** What the commit of `location.replace` and the like says of itself. */
  scriptQualifiers: string[]
}

export const CHROMIUM: Engine = {
  requestFirst: false,
  typedTransition: 'typed',
  aborted: 'net::ERR_ABORTED',
  initiator: (page) => new URL(page).origin,
  scriptQualifiers: ['client_redirect'],
}

export const FIREFOX: Engine = {
  requestFirst: true,
  typedTransition: 'link',
  aborted: 'Error code 2152398850',
  initiator: (page) => page,
  scriptQualifiers: [],
}
