import { ClickReport } from './click-report.tsx'
import { PopupHeader } from './popup-header.tsx'
import type { PopupProps } from './popup-props.ts'
import { EmptyScreen, ErrorScreen, InternalPageScreen, NoPermissionScreen, PausedScreen } from './screens.tsx'

function Body(props: PopupProps) {
  const { state } = props
  switch (state.kind) {
    // What is stored on this machine is there in a moment: an empty frame is calmer than a spinner.
    case 'loading':
      return (
        <main class="screen" aria-busy="true">
          <h1 class="unseen">Reading the click</h1>
        </main>
      )
    case 'empty':
      return props.paused ? <PausedScreen /> : <EmptyScreen />
    case 'internal-page':
      return <InternalPageScreen />
    case 'no-permission':
      return <NoPermissionScreen onGrant={props.onGrant} />
    case 'error':
      return <ErrorScreen message={state.message} />
    case 'path':
      return <ClickReport key={state.path.id} {...props} {...state} />
  }
}

/** The whole popup: everything it shows comes in as props, everything it wants goes out through callbacks. */
export function PopupView(props: PopupProps) {
  const { state } = props
  return (
    <div class="popup">
      <PopupHeader
        recorded={state.kind === 'path'}
        live={state.kind === 'path' && state.live}
        paused={props.paused}
        pinned={props.pinned}
        {...(state.kind !== 'loading' && state.kind !== 'error' && { on: props })}
      />
      <Body {...props} />
    </div>
  )
}

/** What is left of the popup when it does not even know which tab it speaks of. */
export function PopupFailure({ message }: { message: string }) {
  return (
    <div class="popup">
      <PopupHeader recorded={false} live={false} />
      <ErrorScreen message={message} />
    </div>
  )
}
