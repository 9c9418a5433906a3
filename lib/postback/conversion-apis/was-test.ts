import type { PostbackRequest } from '../../model/postback.ts'
import { jsonObject } from './json-answer.ts'

/** Whether an event went out with a test event code: what is set now says nothing of what was sent then. */
export const wasTest = ({ body }: Pick<PostbackRequest, 'body'>): boolean =>
  (jsonObject(body?.text ?? '')?.text('test_event_code') ?? null) !== null
