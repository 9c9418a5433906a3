import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ClickPath } from '../lib/model/click-path.ts'
import type { PostbackAttempt, PostbackTemplate } from '../lib/model/postback.ts'
import { AttemptList } from './attempt-view.tsx'
import { FilledUrl } from './filled-url.tsx'
import { FireBar } from './fire-bar.tsx'
import { MacroFields } from './macro-fields.tsx'
import type { PopupCallbacks } from './popup-props.ts'
import { ProblemList } from './problem-list.tsx'
import { TemplateBar } from './template-bar.tsx'
import { TemplateForm } from './template-form.tsx'
import { Undo } from './undo.tsx'
import { useFiring } from './use-firing.ts'
import { usePrepared } from './use-prepared.ts'

interface PostbackTabProps extends PopupCallbacks {
  path: ClickPath
  templates: PostbackTemplate[]
  attempts: PostbackAttempt[]
}

/** Reports this click to a tracker as a test conversion: template, filled URL, problems, fire, answer. */
export function PostbackTab(props: PostbackTabProps) {
  const { path, attempts, onSaveTemplate, onDeleteTemplate } = props
  const [chosenId, choose] = useState<string | null>(props.templates[0]?.id ?? null)
  const [editing, edit] = useState<PostbackTemplate | 'new' | null>(null)
  // What was typed a moment ago is true before the store has said so.
  const [draft, setDraft] = useState<PostbackTemplate | null>(null)
  const [deleted, setDeleted] = useState<PostbackTemplate | null>(null)
  const firing = useFiring(attempts)

  const templates = props.templates.filter(({ id }) => id !== deleted?.id)
  const template =
    draft && draft.id === chosenId ? draft : (templates.find(({ id }) => id === chosenId) ?? templates[0])

  const save = (changed: PostbackTemplate) => {
    setDraft(changed)
    choose(changed.id)
    edit(null)
    if (changed.id === deleted?.id) setDeleted(null)
    onSaveTemplate(changed)
  }
  const inForm = editing !== null || !template
  const prepared = usePrepared(props.onPrepare, inForm ? undefined : template, `${path.id} ${path.hops.length}`)
  const undo = <Undo deleted={deleted} onUndo={save} />

  // Who leaves the form, undoes, or deletes the last one, finds the focus at what came of it.
  const before = useRef({ inForm, deleted })
  useLayoutEffect(() => {
    const came = before.current
    if (!inForm && (came.inForm || (came.deleted && !deleted))) document.getElementById('template')?.focus()
    // With the last template its Delete button goes too.
    if (inForm && !came.inForm && !editing) document.querySelector<HTMLElement>('.undo button')?.focus()
    before.current = { inForm, deleted }
  }, [inForm, deleted])

  if (inForm)
    return (
      <>
        {undo}
        <TemplateForm
          template={editing === 'new' ? null : editing}
          first={!template}
          onSave={save}
          {...(template ? { onCancel: () => edit(null) } : {})}
        />
      </>
    )

  const isThisRequest = ({ request }: PostbackAttempt) =>
    request.url === prepared?.request.url && request.method === template.method
  return (
    <div class="postback">
      <TemplateBar
        templates={templates.some(({ id }) => id === template.id) ? templates : [...templates, template]}
        chosen={template}
        onChoose={choose}
        onNew={() => edit('new')}
        onWorkbench={props.onWorkbench}
        onEdit={() => edit(template)}
        onDelete={() => {
          setDeleted(template)
          setDraft(null)
          choose(null)
          onDeleteTemplate(template.id)
        }}
      />
      {undo}
      {prepared && (
        <>
          <MacroFields template={template} macros={prepared.macros} identifiers={path.identifiers} onChange={save} />
          <FilledUrl url={prepared.request.url} onCopy={props.onCopy} />
          <ProblemList problems={prepared.problems} />
          <FireBar
            key={`${template.id} ${prepared.request.url}`}
            method={template.method}
            url={prepared.request.url}
            problems={prepared.problems}
            pending={firing.pending}
            refused={firing.refused}
            last={attempts.find(isThisRequest)}
            onFire={() => firing.fire(() => props.onFire(template))}
          />
        </>
      )}
      <AttemptList attempts={attempts} onCopy={props.onCopy} />
    </div>
  )
}
