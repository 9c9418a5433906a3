import { useMemo } from 'preact/hooks'
import type { AttemptFilter } from '../../../lib/postback/attempts/search.ts'
import { asEndpoint } from '../../../lib/postback/conversion-apis/saved-api.ts'
import { count } from '../../../lib/ui/count.ts'
import { visible } from '../../../lib/ui/visible.ts'
import { useDraft } from '../../drafts.tsx'
import { MoreList } from '../../more-list.tsx'
import type { WorkbenchProps } from '../workbench-props.ts'
import { AttemptFiles } from './attempt-files.tsx'
import { AttemptRow } from './attempt-row.tsx'
import { EndpointFigures } from './endpoint-figures.tsx'
import { EndpointTable } from './endpoint-table.tsx'
import { useFound } from './use-found.ts'

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
  const names = useMemo(() => {
    const gone = attempts.flatMap(({ endpoint }) => (endpoint ? [[endpoint.id, endpoint.name] as const] : []))
    return new Map([...gone, ...[...endpoints, ...apis.map(asEndpoint)].map(({ id, name }) => [id, name] as const)])
  }, [attempts, endpoints, apis])
  const tone = (['ok', 'warning', 'error', 'pending'] as const).find((each) => each === ended)
  const { ofEndpoint, found } = useFound(attempts, { endpointId, text: search, tone })
  // Figures and plots are drawn once, and not at each key of a search.
  const figures = useMemo(() => {
    const alertOf = (id: string) => endpoints.find((known) => known.id === id)?.alertAbove ?? USUAL_ALERT
    const endpoint = endpoints.find(({ id }) => id === endpointId)
    return (
      <>
        <EndpointFigures
          attempts={ofEndpoint}
          alertAbove={alertOf(endpointId)}
          onAlertAbove={endpoint && ((alertAbove) => props.onSaveEndpoint({ ...endpoint, alertAbove }))}
        />
        {endpointId === '' && (
          <EndpointTable attempts={attempts} names={names} alertOf={alertOf} onChoose={setEndpoint} />
        )}
      </>
    )
  }, [attempts, ofEndpoint, names, endpoints, endpointId])
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
      {figures}
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
