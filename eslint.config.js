import stylistic from '@stylistic/eslint-plugin'
import vue from 'eslint-plugin-vue'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

/**
 * The floors of the house, from the ground up: a room imports only from below.
 * Each room names the rooms (and packages) that are above it; zod comes by way of runtime/schema.ts.
 */
const above = {
  runtime: ['composables', 'components', 'pages', 'layouts', 'setup', 'cli', 'vue', '@vueuse', '@slidev'],
  cli: ['composables', 'components', 'pages', 'layouts', 'vue', '@vueuse', '@slidev/client'],
  composables: ['components', 'pages', 'layouts', 'setup', 'cli', '@slidev/client', 'zod'],
  components: ['pages', 'layouts', 'setup', 'cli', '@slidev/client', 'zod'],
}
/** The seams to Slidev: nothing else knows it. */
const seams = ['composables/deck/useStage.ts', 'composables/run/useSharedRuns.ts', 'composables/deck/useDeck.ts']

const isPackage = name => name === 'vue' || name === 'zod' || name.startsWith('@')
const asPattern = name => isPackage(name) ? `^${name}(/|$)` : `^(\\.{1,2}/)+${name}/|^@/${name}/`

function floor(room, names, options) {
  const regex = names.map(asPattern).join('|')
  const message = `${room} imports only from the floors below it (see docs/architecture.md).`
  return {
    files: [`${room}/**/*.{ts,vue}`],
    ...options,
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex, message }] }],
      'no-restricted-syntax': ['error', { selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\u002F')}/]`, message }],
    },
  }
}

export default defineConfig(
  { ignores: ['dist/', 'public/', 'node_modules/', '.cache/', 'coverage/', '**/*.d.ts'] },
  tseslint.configs.recommended,
  vue.configs['flat/recommended'],
  stylistic.configs.customize({ semi: false, quotes: 'single', indent: 2, commaDangle: 'always-multiline', braceStyle: 'stroustrup' }),
  {
    languageOptions: { parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.vue'] } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@stylistic/arrow-parens': 'off',
      '@stylistic/max-statements-per-line': 'off',
      '@stylistic/member-delimiter-style': ['error', {
        multiline: { delimiter: 'none' },
        singleline: { delimiter: 'comma' },
        multilineDetection: 'brackets',
      }],
      '@stylistic/multiline-ternary': 'off',
      '@stylistic/operator-linebreak': ['error', 'before', { overrides: { '=': 'after' } }],
      '@stylistic/quote-props': 'off',
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'no-console': 'off',
      'no-undef': 'off',
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/define-macros-order': 'error',
      'vue/max-attributes-per-line': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/no-v-html': 'error',
      'vue/require-default-prop': 'off',
      'vue/html-self-closing': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/attributes-order': 'off',
    },
  },
  ...Object.entries(above).map(([room, names]) => floor(room, names, { ignores: seams })),
  ...seams.map(file => floor('composables', above.composables.filter(name => name !== '@slidev/client'), { files: [file] })),
)
