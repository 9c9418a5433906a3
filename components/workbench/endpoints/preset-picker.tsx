import type { ClickPath } from '../../../lib/model/click-path.ts'
import type { Preset } from '../../../lib/postback/presets/preset.ts'
import { PRESETS } from '../../../lib/postback/presets/presets.ts'
import { suggestPresets } from '../../../lib/postback/presets/suggest.ts'

const GROUPS: Record<Preset['type'], string> = {
  tracker: 'Trackers',
  network: 'Networks',
  'traffic-source': 'Traffic sources',
  mobile: 'Mobile measurement',
}
const SUGGESTED = 3

interface PresetPickerProps {
  path: ClickPath | undefined
  onChoose(preset: Preset): void
}

/** New endpoints from what is known of trackers and networks; first what this click speaks for. */
export function PresetPicker({ path, onChoose }: PresetPickerProps) {
  const suggested = path ? suggestPresets(path).slice(0, SUGGESTED) : []
  return (
    <div class="presets">
      {suggested.length > 0 && (
        <section aria-label="Suggested for this click">
          <h2 class="side-title">This click speaks for</h2>
          <ul class="suggestions">
            {suggested.map(({ preset, reasons }) => (
              <li key={preset.id}>
                <button type="button" class="button" onClick={() => onChoose(preset)}>
                  Add {preset.name}
                </button>
                <span class="soft">{reasons[0]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <label class="field">
        New from a preset
        <select
          value=""
          onChange={(event) => {
            const preset = PRESETS.find(({ id }) => id === event.currentTarget.value)
            event.currentTarget.value = ''
            if (preset) onChoose(preset)
          }}
        >
          <option value="">choose a tracker or network …</option>
          {(Object.keys(GROUPS) as Preset['type'][]).map((type) => (
            <optgroup key={type} label={GROUPS[type]}>
              {PRESETS.filter((preset) => preset.type === type).map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
    </div>
  )
}
