/** The one style sheet of all demo pages: plain, light and dark, no file to load. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c2430; --soft: #5b6675; --paper: #f6f7f9; --card: #fff; --line: #dde1e7;
  --accent: #c2410c; --on-accent: #fff; --pass: #15703b; --warn: #8a5a00; --fail: #b3261e }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebf0; --soft: #a3adba; --paper: #14181f; --card: #1d232d;
  --line: #323b48; --accent: #ff9a62; --on-accent: #221104; --pass: #62d08f; --warn: #f0b849; --fail: #ff8a80 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
main { max-width: 72rem; margin: 0 auto; padding: 2rem 1.25rem 4rem }
main.narrow { max-width: 40rem }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; text-wrap: balance }
h2 { font-size: 1.15rem; margin: 2.25rem 0 .15rem }
p { margin: .25rem 0 .75rem }
.soft { color: var(--soft) }
.strip { background: var(--card); border-bottom: 1px solid var(--line); padding: .5rem 1.25rem; font-size: .8125rem; color: var(--soft) }
.strip b { color: var(--ink) }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .875rem; padding: 0; margin: .75rem 0 0; list-style: none }
.card { display: flex; flex-direction: column; gap: .35rem; height: 100%; padding: .9rem 1rem 1rem; border: 1px solid var(--line);
  border-radius: .75rem; background: var(--card); color: inherit; text-decoration: none }
.card:hover { border-color: var(--accent) }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
.card .top { display: flex; justify-content: space-between; font-size: .75rem; color: var(--soft) }
.card strong { font-size: 1rem; line-height: 1.3 }
.card .story { flex: 1; font-size: .875rem; color: var(--soft) }
.pass { color: var(--pass) } .warn { color: var(--warn) } .fail { color: var(--fail) }
.says { font-size: .8125rem }
a:not([class]) { color: var(--accent) }
code, td, .received th { font-family: ui-monospace, monospace; font-size: .8125rem; overflow-wrap: anywhere }
.panel { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1.25rem; margin: 1.25rem 0 }
.row { display: flex; justify-content: space-between; gap: 1rem; padding: .35rem 0 }
.total { border-top: 1px solid var(--line); font-weight: 600 }
.cta { display: inline-block; border: 0; border-radius: .6rem; padding: .8rem 1.5rem; margin: .5rem 0; background: var(--accent);
  color: var(--on-accent); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer }
.cta[disabled] { opacity: .6; cursor: default }
table { width: 100%; border-collapse: collapse; margin: .5rem 0 }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line) }
thead th { font: 600 .75rem system-ui, sans-serif; color: var(--soft) }
.empty { color: var(--fail) }
`
