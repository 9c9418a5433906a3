import { LOOKED_FOR } from '../lib/ui/looked-for.ts'

/** A click was recorded and nothing in it can be followed: says what is looked for and what to do. */
export function NoIdentifiers({ live }: { live: boolean }) {
  return (
    <section class="bare" aria-label="What Clickpath looks for">
      <dl class="facts bare-names">
        {LOOKED_FOR.map(({ family, names }) => (
          <div key={family}>
            <dt>{family}</dt>
            <dd class="bytes">{names.join(', ')} …</dd>
          </div>
        ))}
      </dl>
      <p class="bare-advice">
        {live
          ? 'None of these so far, in any hop’s query, fragment or path.'
          : 'None of these is in any hop. Start at the ad itself: platforms add their click ID when the ad is clicked, so a link copied from elsewhere has none. To test without an ad, add one by hand, such as ?fbclid=TEST-2468.'}
      </p>
    </section>
  )
}
