import { addParameter } from './edit-url.ts'
import type { Problem } from './problem.ts'
import type { Subject } from './subject.ts'

/** The mend that adds a parameter and the macro that fills it. A callback that was sent holds values: nothing fills a macro in it. */
export const addMacro = ({ mode, template }: Subject, name: string, macro: string): Pick<Problem, 'mend'> =>
  mode === 'live'
    ? {}
    : { mend: { label: `Add ${name}`, url: addParameter(template.url, `${encodeURIComponent(name)}={${macro}}`) } }
