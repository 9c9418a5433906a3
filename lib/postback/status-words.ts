interface StatusWords {
  title: string
  next: string
}

const BAD_REQUEST: StatusWords = {
  title: 'The receiver did not understand it',
  next: "Compare the parameters and their values with the tracker's own template.",
}
export const REFUSED: StatusWords = {
  title: 'The receiver refused access',
  next: 'Check the token, key or secure code in the URL, and whether your IP address has to be on a list there.',
}
const NO_SUCH_PLACE: StatusWords = {
  title: 'There is nothing at this address',
  next: 'The host is there, the path is not: copy the postback URL from the tracker again.',
}

const STATUS_WORDS: Readonly<Record<number, StatusWords>> = {
  400: BAD_REQUEST,
  401: REFUSED,
  403: REFUSED,
  404: NO_SUCH_PLACE,
  405: { title: 'The receiver does not take this method', next: 'Switch the template between GET and POST.' },
  410: NO_SUCH_PLACE,
  422: BAD_REQUEST,
  429: { title: 'Too many requests for the receiver', next: 'Wait a minute.' },
}

/** Words for an answer that is no success, by its HTTP status. */
export function statusWords(status: number): StatusWords {
  const words = STATUS_WORDS[status]
  if (words) return words
  if (status >= 500)
    return {
      title: 'The receiver failed with an error of its own',
      next: 'Fire again in a few minutes. If it stays, send its support the URL, the status and the time.',
    }
  if (status >= 400) return { title: 'The receiver refused it', next: 'Its answer or its postback log says why.' }
  return {
    title: 'The receiver sends elsewhere, but does not say where',
    next: 'Copy the postback URL from the tracker again.',
  }
}
