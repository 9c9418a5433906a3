import { defineConfig } from 'wxt'
import { findBrowser } from './cli/browsers/find-browser.ts'
import { withoutProvenance } from './cli/build/without-provenance.ts'
import { withoutRuleWords } from './cli/build/without-rule-words.ts'

/** Stricter than the default, but for one thing: Firefox would send an http postback to https, where it is refused. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src http: https:; " +
  "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** While developing, styles and scripts come from the development server, and reload. */
const DEVELOPMENT_POLICY = "script-src 'self'; object-src 'self'"

const chromium = findBrowser('chromium')
const firefox = findBrowser('firefox')

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  // Every import is written out: a reader sees where a name comes from, and the pure folders run under plain Node.
  imports: false,
  // A build that records fixtures must not stand in for the real one.
  outDir: process.env.WXT_KEEP_LOG ? '.output/fixtures' : '.output',
  // `npm run dev` opens the browser that the tests use.
  webExt: {
    binaries: { ...(chromium ? { chrome: chromium } : {}), ...(firefox ? { firefox } : {}) },
    chromiumArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  },
  vite: () => ({
    plugins: [withoutProvenance(), withoutRuleWords()],
    build: {
      rollupOptions: {
        // The framework's wrapper names the polyfill even where no code of ours uses it.
        treeshake: { moduleSideEffects: (id) => !id.includes('webextension-polyfill') },
        // zod's comments for other bundlers.
        onwarn: (warning, warn) => warning.code !== 'INVALID_ANNOTATION' && warn(warning),
      },
    },
  }),
  manifest: ({ browser, command }) => ({
    name: 'Clickpath',
    description: 'Follow a click ID through every hop, see where it is lost, and fire a test postback.',
    permissions: ['webRequest', 'webNavigation', 'storage', 'unlimitedStorage', 'declarativeNetRequestWithHostAccess'],
    host_permissions: ['<all_urls>'],
    content_scripts: [
      {
        matches: ['<all_urls>'],
        js: ['navigation.js'],
        run_at: 'document_start',
        all_frames: true,
        // Frames without a URL of their own too: an ad in a sandboxed `srcdoc`, `data:` or `blob:` frame.
        match_origin_as_fallback: true,
      },
    ],
    content_security_policy: { extension_pages: command === 'serve' ? DEVELOPMENT_POLICY : POLICY },
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
      : { minimum_chrome_version: '126' }),
  }),
})
