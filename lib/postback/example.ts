import type { PostbackTemplate } from '../model/postback.ts'

/** What a person sees who keeps no template yet. */
export const EXAMPLE_TEMPLATE: PostbackTemplate = {
  id: 'example',
  name: 'Example tracker',
  url: 'https://tracker.example/postback?cid={clickid}&payout={payout}&status={status}',
  method: 'GET',
  mapping: {},
  values: {},
}
