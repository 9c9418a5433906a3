import { parameterNamed, parametersOf } from '../presets/parameters.ts'
import { addMacro } from './add-macro.ts'
import { type Check, EVERYWHERE } from './check.ts'
import { replaceIn } from './edit-url.ts'
import { error, info, type Problem, warning } from './problem.ts'
import type { Parameter, Subject } from './subject.ts'

/** Names that say money, where no preset says what a parameter is for. */
const MONEY = /^(?:payout|revenue|amount|sum|price|sale_?amount|payout_amount|cost|rev|value)$/i
const CURRENCY = /^(?:currency|cur|cr|cnv_currency)$/i
const PLAIN = /^-?\d+(?:\.\d+)?$/
/** Any system's macro. */
const MACRO = /[{[<]|__|%%|#\w+#/
/** From here on a whole number is rather cents than a payout. */
const LIKELY_CENTS = 1_000

/** The money: a number that the receiver can read, in the unit that it reads, in a currency that it knows. */
export const payout: Check = {
  modes: EVERYWHERE,
  find(subject) {
    const { parameters } = subject
    const amounts = parameters.filter((parameter) => isMoney(parameter, subject) && parameter.sent)
    return [...amounts.flatMap((parameter) => amount(parameter, subject)), ...currency(amounts, subject)]
  },
}

const isMoney = ({ name }: Parameter, { preset }: Subject): boolean => {
  const known = preset && parameterNamed(preset, name)
  return known ? known.kind === 'payout' : MONEY.test(name)
}

function amount(parameter: Parameter, { template, mode }: Subject): Problem[] {
  const { name, valueStart, end, inUrl, rawValue } = parameter
  const sent = (parameter.sent ?? '').trim()
  const place = { start: valueStart, end }
  const typed = !rawValue.includes('{')
  const write = (value: string) =>
    inUrl && typed
      ? { place, mend: { label: `Write ${value}`, url: replaceIn(template.url, place, value) } }
      : inUrl
        ? { place }
        : {}
  if (PLAIN.test(sent)) {
    const cents = Number(sent) >= LIKELY_CENTS && !sent.includes('.')
    if (!cents)
      return Number(sent) < 0
        ? [
            warning(
              'negative-payout',
              `${name} is negative`,
              'Most receivers refuse it, or take it for a refund.',
              write(sent.slice(1)),
            ),
          ]
        : []
    return [
      info(
        'payout-in-cents',
        `Is ${name} in cents?`,
        `Receivers read ${sent} as whole units: write ${(Number(sent) / 100).toFixed(2)} for cents.`,
        write((Number(sent) / 100).toFixed(2)),
      ),
    ]
  }
  // A macro that the platform fills, or that was not filled: told as a macro.
  if (mode === 'paste' || MACRO.test(sent)) return []
  const bare = sent.replace(/^[A-Z]{3}\s?|\s?[A-Z]{3}$|[$€£¥₽]|\s/gu, '')
  const number = bareNumber(bare)
  if (number === null)
    return [
      error(
        'payout-no-number',
        `${name} is no number: ${sent.slice(0, 40)}`,
        'Write digits with a dot, such as 12.50.',
        write('0'),
      ),
    ]
  return bare === sent
    ? [
        error(
          'payout-comma',
          `${name} has a comma: ${sent.slice(0, 40)}`,
          `Receivers read up to the comma, or refuse it. Write ${number}.`,
          write(number),
        ),
      ]
    : [
        error(
          'payout-with-unit',
          `${name} holds more than the number: ${sent.slice(0, 40)}`,
          `Write ${number}, and the currency in a parameter of its own.`,
          write(number),
        ),
      ]
}

/** `1.234,50`, `1,234.50` and `12,5` as a number with a dot; null for what is none. */
function bareNumber(text: string): string | null {
  if (PLAIN.test(text)) return text
  if (!/^-?(?:\d+|\d{1,3}(?:[.,]\d{3})+)(?:[.,]\d{1,2})?$/.test(text)) return null
  const decimal = /[.,](\d{1,2})$/.exec(text)
  const whole = (decimal ? text.slice(0, decimal.index) : text).replace(/[.,]/g, '')
  return decimal ? `${whole}.${decimal[1]}` : whole
}

/** A receiver that takes a currency counts in its own where none is told. */
function currency(amounts: readonly Parameter[], subject: Subject): Problem[] {
  const { preset, parameters } = subject
  const [known] = preset ? parametersOf(preset, 'currency') : []
  const told = parameters.find(({ name }) => name === known?.name || CURRENCY.test(name))
  if (told?.sent && !/^[A-Za-z]{3}$/.test(told.sent) && !MACRO.test(told.sent))
    return [
      error(
        'no-currency-code',
        `${told.name} is no currency: ${told.sent.slice(0, 20)}`,
        'Write its three letters, such as USD.',
        {
          ...(told.inUrl && { place: { start: told.valueStart, end: told.end } }),
        },
      ),
    ]
  // A receiver whose own template tells none counts in the currency of the campaign.
  const isUsual = preset?.url?.includes(`${known?.name}=`) === true
  if (amounts.length === 0 || !known || told || !isUsual) return []
  return [
    info(
      'no-currency',
      'The payout has no currency',
      `Without ${known.name} the receiver takes its own: a payout in euros is counted as dollars.`,
      addMacro(subject, known.name, 'currency'),
    ),
  ]
}
