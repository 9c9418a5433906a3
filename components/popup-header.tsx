import { useEffect, useRef, useState } from 'preact/hooks'
import type { PopupCallbacks, PopupProps } from './popup-props.ts'
import { SureButton } from './sure-button.tsx'

interface PopupHeaderProps extends Partial<Pick<PopupProps, 'paused' | 'pinned'>> {
  recorded: boolean
  live: boolean
  /** Absent where nothing can be done. */
  on?: Pick<PopupCallbacks, 'onExport' | 'onClear' | 'onPause' | 'onPin' | 'onWorkbench'>
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

const NO_PIN = 'A private window leaves nothing behind: its click cannot be pinned'

/** A pinned click outlives the browser. In a private window nothing may, and a press says so. */
function PinButton({ pinned, onPin, onRefused }: Pick<PopupProps, 'pinned' | 'onPin'> & { onRefused(): void }) {
  return (
    <button
      type="button"
      class={`button ${pinned ? 'button-on' : ''}`}
      aria-disabled={pinned === null}
      title={pinned === null ? NO_PIN : 'Keeps this click when the browser ends and when you clear'}
      onClick={() => (pinned === null ? onRefused() : onPin(!pinned))}
    >
      {pinned ? 'Unpin' : 'Pin'}
    </button>
  )
}

function Status({ live, paused, refused }: { live: boolean; paused: boolean; refused: boolean }) {
  if (refused) return <>Private: not pinned</>
  if (paused) return <strong>Paused</strong>
  if (!live) return null
  return (
    <>
      <span class="live-dot" aria-hidden="true" />
      Recording
    </>
  )
}

/** Name, what is going on, and what can be done with the recording and with the whole click. */
export function PopupHeader({ recorded, live, paused = false, pinned = false, on }: PopupHeaderProps) {
  const [refused, refuse] = useState(false)
  const workbench = useRef<HTMLButtonElement>(null)
  const wasRecorded = useRef(recorded)
  useEffect(() => {
    // Clear goes with the click that it cleared.
    if (wasRecorded.current && !recorded && document.activeElement === document.body) workbench.current?.focus()
    wasRecorded.current = recorded
  }, [recorded])
  return (
    <header class="popup-header">
      <Logo />
      <span class="popup-name">Clickpath</span>
      <span class="live" role="status">
        <Status live={live} paused={paused} refused={refused} />
      </span>
      {on && (
        <span class="popup-actions">
          <button
            type="button"
            class={`button ${paused ? 'button-main' : ''}`}
            title={paused ? 'Records again from the next click on' : 'Nothing is recorded until you resume'}
            onClick={() => on.onPause(!paused)}
          >
            {paused ? 'Resume' : 'Pause'}
          </button>
          {recorded ? (
            <>
              <PinButton pinned={pinned} onPin={on.onPin} onRefused={() => refuse(true)} />
              <button type="button" class="button" onClick={on.onExport}>
                Export evidence
              </button>
              <SureButton label="Clear" question="Clear all but pinned?" class="button-clear" onSure={on.onClear} />
            </>
          ) : (
            <button ref={workbench} type="button" class="button" onClick={on.onWorkbench}>
              Open workbench
            </button>
          )}
        </span>
      )}
    </header>
  )
}
