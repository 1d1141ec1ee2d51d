import { defineShikiSetup } from '@slidev/types'

/** TextMate scopes of Python (and of shell and C listings) and the custom property that colours them. */
const palette: ReadonlyArray<readonly [colour: string, scopes: string[]]> = [
  ['--code-comment', ['comment', 'punctuation.definition.comment']],
  ['--code-string', ['string', 'punctuation.definition.string', 'string.quoted.docstring', 'constant.character.format', 'storage.type.string']],
  ['--code-number', ['constant.numeric', 'constant.language', 'constant.character.escape']],
  ['--code-keyword', ['keyword', 'storage', 'keyword.operator.logical']],
  ['--code-operator', ['keyword.operator.arithmetic', 'keyword.operator.assignment', 'keyword.operator.comparison', 'keyword.operator.bitwise', 'punctuation', 'meta.brace']],
  ['--code-function', ['entity.name.function', 'meta.function-call.generic', 'entity.name.type', 'entity.name.class', 'meta.function.decorator']],
  ['--code-builtin', ['support.function', 'support.type', 'support.class', 'variable.language']],
]

const plain = 'var(--code-plain)'

/** A theme that only names our colours, so that the styles alone decide what they are. */
function theme(name: string, type: 'light' | 'dark') {
  return {
    name,
    type,
    fg: plain,
    bg: 'var(--panel)',
    settings: [
      { settings: { foreground: plain, background: 'var(--panel)' } },
      ...palette.map(([colour, scope]) => ({ scope, settings: { foreground: `var(${colour})` } })),
    ],
  }
}

export default defineShikiSetup(() => ({
  themes: { light: theme('plate-light', 'light'), dark: theme('plate-dark', 'dark') },
}))
