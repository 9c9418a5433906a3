import { useState } from 'preact/hooks'

interface PopupHeaderProps {
  recorded: boolean
  live: boolean
  onExport(): void
  onClear(): void
}

/** The product's sign: a line that runs over two hops. */
function Logo() {
  return (
    <svg class="logo" width="22" height="22" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 17h5.5c5 0 0-10 5-10H20" />
      <circle cx="4" cy="17" r="2.6" />
      <circle cx="20" cy="7" r="2.6" />
    </svg>
  )
}

/** Forgetting cannot be undone, so it takes a second press; leaving the button calls it off. */
function ClearButton({ onClear }: { onClear(): void }) {
  const [armed, setArmed] = useState(false)
  const disarm = () => setArmed(false)
  return (
    <button
      type="button"
      class={`button button-clear ${armed ? 'button-danger' : ''}`}
      onClick={() => {
        if (armed) onClear()
        setArmed(!armed)
      }}
      onBlur={disarm}
      onMouseLeave={disarm}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !armed) return
        // Calls off what is asked, and not the whole popup.
        event.preventDefault()
        disarm()
      }}
    >
      {armed ? 'Clear: sure?' : 'Clear'}
    </button>
  )
}

/** Name, what is going on, and what can be done with the whole click. */
export function PopupHeader({ recorded, live, onExport, onClear }: PopupHeaderProps) {
  return (
    <header class="popup-header">
      <Logo />
      <span class="popup-name">Clickpath</span>
      <span class="live" role="status">
        {live && (
          <>
            <span class="live-dot" aria-hidden="true" />
            Recording
          </>
        )}
      </span>
      {recorded && (
        <span class="popup-actions">
          <button type="button" class="button" onClick={onExport}>
            Export evidence
          </button>
          <ClearButton onClear={onClear} />
        </span>
      )}
    </header>
  )
}
