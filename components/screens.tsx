import type { ComponentChildren } from 'preact'
import { visible } from '../lib/ui/visible.ts'
import { Icon } from './icon.tsx'

/** A lane as it will look, for screens that have none to show. Decoration only. */
function LaneSketch({ broken }: { broken: boolean }) {
  return (
    <svg
      class={`sketch ${broken ? 'sketch-broken' : ''}`}
      width="260"
      height="56"
      viewBox="0 0 260 56"
      aria-hidden="true"
    >
      <path class="sketch-line" d={broken ? 'M20 28h96' : 'M20 28h220'} />
      {broken ? <path class="sketch-gone" d="M140 28h100" /> : null}
      {[20, 93, 167, 240].map((x) => (
        <circle key={x} class={broken && x > 120 ? 'sketch-hop sketch-hop-gone' : 'sketch-hop'} cx={x} cy="28" r="8" />
      ))}
    </svg>
  )
}

function Screen({ title, broken = false, children }: { title: string; broken?: boolean; children: ComponentChildren }) {
  return (
    <main class="screen">
      <LaneSketch broken={broken} />
      <h1>{title}</h1>
      {children}
    </main>
  )
}

export function EmptyScreen() {
  return (
    <Screen title="No click recorded in this tab yet">
      <ol class="screen-steps">
        <li>Click your ad, or open its link here in this tab.</li>
        <li>Go on as a visitor would: Clickpath records each hop, in new tabs too.</li>
        <li>Open this popup again to see whether the click ID arrived.</li>
      </ol>
      <p class="screen-note">Pages that were open before Clickpath was installed have to be opened again.</p>
    </Screen>
  )
}

export function PausedScreen() {
  return (
    <Screen title="Recording is paused">
      <p>Nothing is recorded until you press Resume above. What was recorded before is still there, in its own tabs.</p>
      <p class="screen-note">
        A click that you make then begins a path of its own: what happened meanwhile is not known.
      </p>
    </Screen>
  )
}

export function InternalPageScreen() {
  return (
    <Screen title="No click on this page">
      <p>
        New tabs, settings and the extension store belong to the browser itself: no extension can see them, and no click
        leads over one.
      </p>
      <p class="screen-note">Open your ad’s link, here or in another tab: Clickpath records it from its first hop.</p>
    </Screen>
  )
}

export function NoPermissionScreen({ onGrant }: { onGrant(): void }) {
  return (
    <Screen title="Clickpath may not look at pages yet" broken>
      <p>
        A click runs over hosts that nobody knows beforehand, so Clickpath has to be allowed on every site. What it
        records stays on this machine.
      </p>
      <button type="button" class="button button-main" onClick={onGrant}>
        Allow on all sites
      </button>
      <p class="screen-note">The browser will ask once more. You can take the permission back at any time.</p>
    </Screen>
  )
}

export function ErrorScreen({ message }: { message: string }) {
  return (
    <Screen title="Clickpath could not read this click" broken>
      <p class="screen-message" role="alert">
        <Icon name="error" /> <span>{visible(message)}</span>
      </p>
      <p class="screen-note">Close this popup and open it again. If it stays so, open the ad’s link once more.</p>
    </Screen>
  )
}
