import type { PostbackTemplate } from '../lib/model/postback.ts'
import { visible } from '../lib/ui/visible.ts'

interface EndpointBarProps {
  endpoints: PostbackTemplate[]
  chosen: PostbackTemplate
  onChoose(id: string): void
  onNew(): void
  onEdit(): void
  onDelete(): void
  onWorkbench(): void
}

/** Chooses among the kept postback URLs. */
export function EndpointBar({ endpoints, chosen, onChoose, onNew, onEdit, onDelete, onWorkbench }: EndpointBarProps) {
  return (
    <div class="endpoint-bar">
      <label class="unseen" for="endpoint">
        Endpoint
      </label>
      <select id="endpoint" value={chosen.id} onChange={(event) => onChoose(event.currentTarget.value)}>
        {endpoints.map(({ id, name, method }) => (
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
