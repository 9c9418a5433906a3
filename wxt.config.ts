import { defineConfig } from 'wxt'

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  // Every import is written out: a reader sees where a name comes from, and the pure folders run under plain Node.
  imports: false,
  manifest: ({ browser }) => ({
    name: 'Clickpath',
    description: 'Follow a click ID through every hop, see where it is lost, and fire a test postback.',
    permissions: ['webRequest', 'webNavigation', 'storage'],
    host_permissions: ['<all_urls>'],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'clickpath@clickpath.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
})
