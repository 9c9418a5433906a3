import type { PostbackRequest } from '../../model/postback.ts'

/** The same for two requests that tell the receiver the same: by method, URL and body. */
export const requestKey = ({ method, url, body }: PostbackRequest): string =>
  JSON.stringify([method, url, body?.text ?? ''])
