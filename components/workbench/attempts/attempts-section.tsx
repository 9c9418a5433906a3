import type { PostbackAttempt } from '../../../lib/model/postback.ts'
import { explain } from '../../../lib/postback/explain.ts'
import { count } from '../../../lib/ui/count.ts'
import { visible } from '../../../lib/ui/visible.ts'
import { useDraft } from '../../drafts.tsx'
import { MoreList } from '../../more-list.tsx'
import type { WorkbenchProps } from '../workbench-props.ts'
import { AttemptRow } from './attempt-row.tsx'
import { TimePlot } from './time-plot.tsx'

const ENDED: Record<string, string> = {
  '': 'however it ended',
  ok: 'accepted',
  warning: 'open',
  error: 'failed',
}

/** Every attempt: searched, read, noted, fired again. */
export function AttemptsSection(props: WorkbenchProps) {
  const { attempts, endpoints } = props
  const [search, setSearch] = useDraft('attempts.search')
  const [endpointId, setEndpoint] = useDraft('attempts.endpoint')
  const [ended, setEnded] = useDraft('attempts.ended')
  const gone = new Map(attempts.flatMap(({ endpoint }) => (endpoint ? [[endpoint.id, endpoint.name]] : [])))
  const names = new Map([...gone, ...endpoints.map(({ id, name }) => [id, name] as const)])
  const ofEndpoint = attempts.filter(({ endpoint }) => endpointId === '' || endpoint?.id === endpointId)
  const isMeant = (attempt: PostbackAttempt) => ended === '' || explain(attempt).tone === ended
  const found = ofEndpoint.filter((attempt) => isMeant(attempt) && holds(attempt, search))
  if (attempts.length === 0)
    return (
      <div class="blank">
        <h2>No attempt yet</h2>
        <p>
          Fire an endpoint, here or in the popup. Each attempt is kept with what was sent, what came back and what it
          means.
        </p>
      </div>
    )
  return (
    <div class="attempts-section">
      <search class="row">
        <label class="field field-wide">
          Search in URL, answer, note
          <input
            type="search"
            value={search}
            placeholder="click ID, transaction, host, status …"
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          Endpoint
          <select value={endpointId} onChange={(event) => setEndpoint(event.currentTarget.value)}>
            <option value="">all</option>
            {[...names].map(([id, name]) => (
              <option key={id} value={id}>
                {visible(name === '' ? 'Unnamed' : name)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          Ended
          <select value={ended} onChange={(event) => setEnded(event.currentTarget.value)}>
            {Object.entries(ENDED).map(([tone, words]) => (
              <option key={tone} value={tone}>
                {words}
              </option>
            ))}
          </select>
        </label>
      </search>
      <TimePlot attempts={ofEndpoint} />
      <p class="soft" role="status">
        {found.length === attempts.length
          ? count(found.length, 'attempt')
          : `${count(found.length, 'attempt')} of ${attempts.length}`}
      </p>
      <MoreList
        key={`${endpointId} ${ended} ${search}`}
        items={found}
        step={25}
        noun="attempt"
        class="attempts-list"
        row={(attempt) => <AttemptRow key={attempt.id} {...props} attempt={attempt} />}
      />
    </div>
  )
}

/** Whether every word that is looked for stands somewhere in what was sent, answered or noted. */
function holds({ request, response, failure, endpoint, confirmation }: PostbackAttempt, search: string): boolean {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return true
  const text = [
    ...[request.url, request.body?.text, response?.status, response?.body.slice(0, 4_000), failure?.message],
    ...[endpoint?.name, confirmation?.note],
  ]
    .join('\n')
    .toLowerCase()
  return words.every((word) => text.includes(word))
}
