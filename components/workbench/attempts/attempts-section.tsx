import { type AttemptFilter, searchAttempts } from '../../../lib/postback/attempts/search.ts'
import { asEndpoint } from '../../../lib/postback/conversion-apis/saved-api.ts'
import { count } from '../../../lib/ui/count.ts'
import { visible } from '../../../lib/ui/visible.ts'
import { useDraft } from '../../drafts.tsx'
import { MoreList } from '../../more-list.tsx'
import type { WorkbenchProps } from '../workbench-props.ts'
import { AttemptFiles } from './attempt-files.tsx'
import { AttemptRow } from './attempt-row.tsx'
import { EndpointFigures } from './endpoint-figures.tsx'

/** The line where no one endpoint is looked at. */
const USUAL_ALERT = 0.05

const ENDED: Record<'' | NonNullable<AttemptFilter['tone']>, string> = {
  '': 'however it ended',
  pending: 'under way',
  ok: 'accepted',
  warning: 'open',
  error: 'failed',
}

/** Every attempt: searched, read, noted, fired again. */
export function AttemptsSection(props: WorkbenchProps) {
  const { attempts, endpoints, apis } = props
  const [search, setSearch] = useDraft('attempts.search')
  const [endpointId, setEndpoint] = useDraft('attempts.endpoint')
  const [ended, setEnded] = useDraft('attempts.ended')
  const gone = new Map(attempts.flatMap(({ endpoint }) => (endpoint ? [[endpoint.id, endpoint.name]] : [])))
  const names = new Map([
    ...gone,
    ...[...endpoints, ...apis.map(asEndpoint)].map(({ id, name }) => [id, name] as const),
  ])
  const tone = (['ok', 'warning', 'error', 'pending'] as const).find((each) => each === ended)
  const about: AttemptFilter = endpointId === '' ? {} : { endpointId }
  const ofEndpoint = searchAttempts(attempts, about)
  const found = searchAttempts(ofEndpoint, { text: search, ...(tone && { tone }) })
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
        <AttemptFiles attempts={found} now={props.now} onDownload={props.onDownload} />
      </search>
      <EndpointFigures
        attempts={ofEndpoint}
        alertAbove={endpoints.find(({ id }) => id === endpointId)?.alertAbove ?? USUAL_ALERT}
      />
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
