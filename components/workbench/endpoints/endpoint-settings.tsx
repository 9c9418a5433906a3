import type { Endpoint } from '../../../lib/model/endpoint.ts'
import { LIFESPANS } from '../../../lib/postback/presets/lifespans.ts'
import { NumberField } from '../number-field.tsx'

interface EndpointSettingsProps {
  endpoint: Endpoint
  onChange(endpoint: Endpoint): void
}

/** How it is sent, how long its clicks live, and from when on it is told as ailing. */
export function EndpointSettings({ endpoint, onChange }: EndpointSettingsProps) {
  const { timeoutMs, retries, lifespanDays, alertAbove } = endpoint
  const campaign = LIFESPANS.find(({ days }) => days === lifespanDays)?.campaign ?? ''
  return (
    <fieldset class="group">
      <legend>Settings</legend>
      <div class="row">
        <NumberField
          label="Timeout, seconds"
          value={timeoutMs / 1000}
          min={1}
          max={60}
          onNumber={(seconds) => onChange({ ...endpoint, timeoutMs: seconds * 1000 })}
        />
        <NumberField
          label="Further tries"
          value={retries}
          min={0}
          max={3}
          onNumber={(tries) => onChange({ ...endpoint, retries: tries })}
        />
        <NumberField
          label="Click lives, days"
          value={lifespanDays}
          min={1}
          max={365}
          onNumber={(days) => onChange({ ...endpoint, lifespanDays: days })}
        />
        <label class="field">
          … by kind of campaign
          <select
            value={campaign}
            onChange={(event) => {
              const found = LIFESPANS.find((span) => span.campaign === event.currentTarget.value)
              if (found) onChange({ ...endpoint, lifespanDays: found.days })
            }}
          >
            <option value="" disabled>
              own span
            </option>
            {LIFESPANS.map((span) => (
              <option key={span.campaign} value={span.campaign}>
                {span.campaign} ({span.days})
              </option>
            ))}
          </select>
        </label>
        <NumberField
          label="Alert above, % failed"
          value={Math.round(alertAbove * 100)}
          min={0}
          max={100}
          onNumber={(percent) => onChange({ ...endpoint, alertAbove: percent / 100 })}
        />
      </div>
      <p class="soft">
        Tried again is only what certainly was not taken: no such host, refused, or an answer that says “not now”.
      </p>
    </fieldset>
  )
}
