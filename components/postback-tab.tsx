import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ClickPath } from '../lib/model/click-path.ts'
import type { PostbackAttempt, PostbackTemplate } from '../lib/model/postback.ts'
import type { Asked } from '../lib/postback/ask-before.ts'
import { requestKey } from '../lib/postback/request/request-key.ts'
import { clock } from '../lib/ui/clock.ts'
import { AttemptList } from './attempt-view.tsx'
import { useDraft, useDrafts } from './drafts.tsx'
import { EndpointBar } from './endpoint-bar.tsx'
import { EndpointForm } from './endpoint-form.tsx'
import { FilledUrl } from './filled-url.tsx'
import { FireBar } from './fire-bar.tsx'
import { MacroFields } from './macro-fields.tsx'
import { FORM_FIELDS } from './popup-fields.ts'
import type { PopupCallbacks } from './popup-props.ts'
import { ProblemList } from './problem-list.tsx'
import { Undo } from './undo.tsx'
import { useFiring } from './use-firing.ts'
import { usePrepared } from './use-prepared.ts'

interface PostbackTabProps extends PopupCallbacks {
  path: ClickPath
  endpoints: PostbackTemplate[]
  attempts: PostbackAttempt[]
}

/** Reports this click to a tracker as a test conversion: endpoint, filled URL, problems, fire, answer. */
export function PostbackTab(props: PostbackTabProps) {
  const { path, attempts, onSaveEndpoint, onDeleteEndpoint } = props
  const [chosenId, choose] = useDraft('popup.endpoint')
  // Id of the endpoint that is changed, `new` for a new one.
  const [editing, edit] = useDraft('popup.editing')
  const [, , forget] = useDrafts('popup.form')
  // What was typed a moment ago is true before the store has said so.
  const [draft, setDraft] = useState<PostbackTemplate | null>(null)
  const [deleted, setDeleted] = useState<PostbackTemplate | null>(null)
  const firing = useFiring(attempts)
  const [asked, setAsked] = useState<Asked>()

  const endpoints = props.endpoints.filter(({ id }) => id !== deleted?.id)
  const endpoint =
    draft && draft.id === chosenId ? draft : (endpoints.find(({ id }) => id === chosenId) ?? endpoints[0])

  const save = (changed: PostbackTemplate) => {
    setDraft(changed)
    choose(changed.id)
    edit('')
    if (changed.id === deleted?.id) setDeleted(null)
    onSaveEndpoint(changed)
  }
  const edited = editing === endpoint?.id ? endpoint : endpoints.find(({ id }) => id === editing)
  const inForm = editing === 'new' || edited !== undefined || !endpoint
  const [prepared, take] = usePrepared(props.onPrepare, inForm ? undefined : endpoint, `${path.id} ${path.hops.length}`)
  const undo = <Undo deleted={deleted} onUndo={save} />

  // Who leaves the form, undoes, or deletes the last one, finds the focus at what came of it.
  const before = useRef({ inForm, deleted })
  useLayoutEffect(() => {
    const came = before.current
    if (!inForm && (came.inForm || (came.deleted && !deleted))) document.getElementById('endpoint')?.focus()
    // With the last endpoint its Delete button goes too.
    if (inForm && !came.inForm && editing === '') document.querySelector<HTMLElement>('.undo button')?.focus()
    before.current = { inForm, deleted }
  }, [inForm, deleted])

  if (inForm)
    return (
      <>
        {undo}
        <EndpointForm
          endpoint={edited ?? null}
          first={!endpoint}
          onSave={save}
          onWorkbench={props.onWorkbench}
          {...(endpoint ? { onCancel: () => edit('') } : {})}
        />
      </>
    )

  const shown = prepared && requestKey(prepared.request)
  const isThisRequest = ({ request }: PostbackAttempt) => requestKey(request) === shown
  const sentBefore = asked && requestKey(asked.request) === shown ? asked.sentBefore : null
  const fire = async (sure: boolean) => {
    const first = await props.onFire(endpoint, sure ? shown : undefined)
    setAsked(first)
    // What was checked at the last moment is what is shown from now on.
    if (first) take(first)
    return first?.request
  }
  return (
    <div class="postback">
      <EndpointBar
        endpoints={endpoints.some(({ id }) => id === endpoint.id) ? endpoints : [...endpoints, endpoint]}
        chosen={endpoint}
        onChoose={choose}
        onNew={() => edit('new')}
        onWorkbench={props.onWorkbench}
        onEdit={() => {
          // What was typed for another one is not this one's.
          FORM_FIELDS.forEach(forget)
          edit(endpoint.id)
        }}
        onDelete={() => {
          setDeleted(endpoint)
          setDraft(null)
          choose('')
          onDeleteEndpoint(endpoint.id)
        }}
      />
      {undo}
      {prepared && (
        <>
          <MacroFields endpoint={endpoint} macros={prepared.macros} identifiers={path.identifiers} onChange={save} />
          <FilledUrl url={prepared.request.url} onCopy={props.onCopy} />
          <ProblemList problems={prepared.problems} />
          <FireBar
            key={endpoint.id}
            request={prepared.request}
            problems={prepared.problems}
            doubt={
              sentBefore === null
                ? undefined
                : `This transaction was sent at ${clock(sentBefore)} already: it may be counted twice.`
            }
            pending={firing.pending}
            refused={firing.refused}
            last={attempts.find(isThisRequest)}
            onFire={(sure) => firing.fire(() => fire(sure))}
          />
        </>
      )}
      <AttemptList attempts={attempts} onCopy={props.onCopy} />
    </div>
  )
}
