import { useState } from 'preact/hooks'

interface SureButtonProps {
  label: string
  /** What it says once it is pressed: a second press means it. */
  question: string
  class?: string
  onSure(): void
}

/** For what cannot be undone: it takes a second press, which says what it does; leaving the button calls it off. */
export function SureButton({ label, question, class: name = '', onSure }: SureButtonProps) {
  const [armed, setArmed] = useState(false)
  const disarm = () => setArmed(false)
  return (
    <button
      type="button"
      class={`button ${name} ${armed ? 'button-danger' : ''}`}
      onClick={() => {
        if (armed) onSure()
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
      {armed ? question : label}
    </button>
  )
}
