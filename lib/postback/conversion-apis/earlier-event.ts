import type { PostbackAttempt } from '../../model/postback.ts'
import type { ConversionEvent } from './conversion-event.ts'
import { jsonObject } from './json-answer.ts'

/**
 * The newest attempt that sent an event of the same name and event ID: by these two the platforms know two reports for one.
 *
 * @param attempts of one pixel or data set, newest first
 */
export function earlierOfEvent(
  { name, eventId }: Pick<ConversionEvent, 'name' | 'eventId'>,
  attempts: readonly PostbackAttempt[],
): PostbackAttempt | undefined {
  if (eventId === '') return undefined
  return attempts.find(({ request, failure }) => {
    const [event] = jsonObject(request.body?.text ?? '')?.list('data') ?? []
    const said = event?.text('event_name') ?? event?.text('event')
    return failure === null && said === name && event?.text('event_id') === eventId
  })
}
