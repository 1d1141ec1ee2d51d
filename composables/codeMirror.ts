/** The editor of a cell: CodeMirror for Python, in the colours of the listing. Loaded only where someone can edit. */
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { python } from '@codemirror/lang-python'
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language'
import { EditorState, Prec } from '@codemirror/state'
import { EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { builtinNames } from './codeMirrorNames.ts'
import { failedLine, markFailedLine } from './codeMirrorFailure.ts'
import { lineMarks, markLines } from './codeMirrorMarks.ts'
import type { LineMark } from './lineMarks.ts'

export interface EditorOptions {
  text: string
  readonly: boolean
  changed: (text: string) => void
  run: () => void
}

export interface Editor {
  /** Replaces the text in one step, which can be undone. */
  setText: (text: string) => void
  /** Marks a line, counted from 1, until the next edit; null takes the mark away. */
  markLine: (line: number | null) => void
  /** Puts marks into the gutter until the next edit, instead of those before, and shows the first. */
  setMarks: (marks: readonly LineMark[]) => void
  destroy: () => void
}

const colour = (name: string) => ({ color: `var(--code-${name})` })

export const palette = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword], ...colour('keyword') },
  { tag: [tags.string, tags.special(tags.string), tags.docString], ...colour('string') },
  { tag: [tags.number, tags.bool, tags.null, tags.escape], ...colour('number') },
  { tag: tags.comment, ...colour('comment') },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.function(tags.definition(tags.variableName)), tags.definition(tags.className), tags.meta], ...colour('function') },
  { tag: [tags.operator, tags.punctuation, tags.bracket, tags.separator, tags.derefOperator], ...colour('operator') },
  { tag: tags.self, ...colour('builtin') },
])

/** Metrics come from the cell, as the listing's do, so that nothing moves when the one replaces the other. */
export const look = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'transparent', color: 'var(--code-plain)' },
  '&.cm-focused, & .cm-content:focus-visible': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', fontSize: 'inherit', lineHeight: 'inherit', overflow: 'auto' },
  '.cm-content': { padding: 'var(--cell-padding) 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 var(--cell-padding) 0 0' },
  '.cm-gutters': { backgroundColor: 'transparent', border: 'none', color: 'var(--ink-soft)' },
  '.cm-lineNumbers .cm-gutterElement': { width: 'var(--cell-gutter)', padding: '0.5px 10px 0 0', fontSize: '12px' },
  '.cm-gutterElement.failed-gutter': { color: 'var(--bad)', fontWeight: '700' },
  '.cm-line.failed': { backgroundColor: 'var(--bad-soft)' },
  '& ::selection': { backgroundColor: 'var(--live-soft)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--panel-strong)', outline: '1px solid var(--rule)' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--bad-soft)' },
})

/** Puts an editor into `parent`. */
export function createEditor(parent: HTMLElement, { text, readonly, changed, run }: EditorOptions): Editor {
  const ownKeys = Prec.highest(keymap.of([
    { key: 'Mod-Enter', run: () => (run(), true) },
    { key: 'Escape', run: view => (view.contentDOM.blur(), true) },
  ]))
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        ownKeys,
        keymap.of([indentWithTab, ...historyKeymap, ...defaultKeymap]),
        lineNumbers(),
        failedLine,
        lineMarks,
        history(),
        highlightSpecialChars(),
        indentOnInput(),
        indentUnit.of('    '),
        EditorState.tabSize.of(4),
        bracketMatching(),
        python(),
        syntaxHighlighting(palette),
        builtinNames,
        look,
        EditorState.readOnly.of(readonly),
        EditorView.contentAttributes.of({ 'aria-label': 'Code', 'tabindex': '0', 'spellcheck': 'false', 'autocapitalize': 'off', 'autocorrect': 'off' }),
        EditorView.updateListener.of(update => void (update.docChanged && changed(update.state.doc.toString()))),
      ],
    }),
  })
  return {
    setText(next) {
      if (next !== view.state.doc.toString()) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } })
    },
    markLine: line => view.dispatch({ effects: markFailedLine.of(line) }),
    setMarks(marks) {
      const first = marks.find(({ line }) => line <= view.state.doc.lines)
      const seen = first ? [EditorView.scrollIntoView(view.state.doc.line(first.line).from, { y: 'nearest' })] : []
      view.dispatch({ effects: [markLines.of(marks), ...seen] })
    },
    destroy: () => view.destroy(),
  }
}
