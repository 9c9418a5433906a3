import type { PostbackTemplate } from '../lib/model/postback.ts'
import { visible } from '../lib/ui/visible.ts'

interface TemplateBarProps {
  templates: PostbackTemplate[]
  chosen: PostbackTemplate
  onChoose(id: string): void
  onNew(): void
  onEdit(): void
  onDelete(): void
  onWorkbench(): void
}

/** Chooses among the kept postback URLs. */
export function TemplateBar({ templates, chosen, onChoose, onNew, onEdit, onDelete, onWorkbench }: TemplateBarProps) {
  return (
    <div class="template-bar">
      <label class="unseen" for="template">
        Postback template
      </label>
      <select id="template" value={chosen.id} onChange={(event) => onChoose(event.currentTarget.value)}>
        {templates.map(({ id, name, method }) => (
          <option key={id} value={id}>
            {visible(name)} ({method})
          </option>
        ))}
      </select>
      <button type="button" class="button" onClick={onEdit}>
        Edit
      </button>
      <button type="button" class="button" onClick={onDelete}>
        Delete
      </button>
      <button type="button" class="button" onClick={onNew}>
        New
      </button>
      <button type="button" class="button" onClick={onWorkbench}>
        Open workbench
      </button>
    </div>
  )
}
