/**
 * What can be typed next, by Ctrl+Space, after a dot or after two letters: names of the text, of its last run, of Python and
 * of its standard library. Loaded when somebody is first in an editor.
 */
import { acceptCompletion, autocompletion, closeCompletion, completionKeymap, currentCompletions, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete'
import { localCompletionSource } from '@codemirror/lang-python'
import { syntaxTree } from '@codemirror/language'
import { Prec, type Extension } from '@codemirror/state'
import { EditorView, keymap, tooltips } from '@codemirror/view'
import type { LeftNames } from '../../runtime/border/protocol.ts'
import { importedNames, NameFinder, type PythonNames } from './pythonNames.ts'

const keywords = 'False None True and as assert async await break case class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try while with yield'.split(' ')

let table: Promise<PythonNames> | null = null
const pythonNames = () => table ??= import('../../runtime/pythonNames.json').then(({ default: names }) => names as PythonNames)

const options = (names: Iterable<string>, type: string, boost = 0): Completion[] => [...names].map(label => ({ label, type, boost }))

/** Text and comments are no code, but for what stands in the braces of an f-string. */
function isCode({ state, pos }: CompletionContext): boolean {
  for (let node: ReturnType<typeof place> | null = place(); node; node = node.parent) {
    if (node.name === 'FormatReplacement') return true
    if (/String$|^Comment$/.test(node.name)) return false
  }
  return true
  function place() {
    return syntaxTree(state).resolveInner(pos, -1)
  }
}

/** Names that stand by themselves; one that is typed whole needs no help. */
async function words(context: CompletionContext, from: number, typed: string, left: LeftNames | null): Promise<CompletionResult | null> {
  const { modules } = await pythonNames()
  const local = await localCompletionSource(context)
  const all = [
    ...(local?.options ?? []).map(option => ({ ...option, boost: 3 })),
    ...options(importedNames(context.state.doc.toString()).keys(), 'namespace', 2),
    ...options(Object.keys(left ?? {}), 'variable', 1),
    ...options(keywords, 'keyword'),
    ...options(modules.builtins!.split(' '), 'function'),
  ]
  const unique = [...new Map(all.toReversed().map(option => [option.label, option])).values()]
  if (!context.explicit && unique.some(({ label }) => label === typed)) return null
  return { from, options: unique }
}

function source(left: () => LeftNames | null) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const { state, pos, explicit } = context
    const line = state.doc.lineAt(pos)
    const before = line.text.slice(0, pos - line.from)
    const typed = /\w*$/.exec(before)![0]
    const from = pos - typed.length
    if (/^\d/.test(typed) || !isCode(context)) return null
    const table = await pythonNames()
    const finder = new NameFinder(state.doc.toString(), left(), table)
    const some = (names: readonly string[] | null, type: string) => names && names.length > 0 && (explicit || !names.includes(typed)) ? { from, options: options(names, type) } : null

    const importedFrom = /^\s*from +([\w.]+) +import +\(?(?:[\w ]+, *)*\w*$/.exec(before)?.[1]
    if (importedFrom !== undefined) return some(finder.offered(importedFrom), 'variable')
    if (/^\s*(?:from +|import +(?:[\w. ]+, *)*)\w+$/.test(before) || (explicit && /^\s*(?:from|import) +$/.test(before))) return some(table.importable.split(' '), 'namespace')
    const owner = /(?:^|[^\w.])([A-Za-z_][\w.]*)\.\w*$/.exec(before)?.[1]
    if (owner !== undefined) return some(finder.attributes(owner), 'property')
    if (/["']\.\w*$/.test(before)) return some(table.classes.str!.split(' '), 'property')
    if (/\.\w*$/.test(before) || (typed.length < 2 && !explicit)) return null
    return words(context, from, typed, left())
  }
}

const look = EditorView.theme({
  '.cm-tooltip.cm-tooltip-autocomplete': { border: '1px solid var(--rule-strong)', borderRadius: 'var(--radius)', background: 'var(--paper)', color: 'var(--ink)', overflow: 'hidden' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { maxHeight: '152px', minWidth: '150px', fontFamily: 'var(--font-mono)', fontSize: '13px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 10px', lineHeight: '19px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': { background: 'var(--live-soft)', color: 'var(--ink)' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
})

/** Completion in an editor; `left` are the names that the last run left. */
export function completion(left: () => LeftNames | null): Extension {
  return [
    autocompletion({ override: [source(left)], icons: false, filterStrict: true, defaultKeymap: false, maxRenderedOptions: 80 }),
    // The list stays inside the cell, which would cut it off.
    tooltips({ tooltipSpace: view => (view.dom.closest('.cell-frame, .exercise-code') ?? document.documentElement).getBoundingClientRect() }),
    Prec.highest(keymap.of([
      // Only a list that is seen takes Escape from the editor.
      { key: 'Escape', run: view => currentCompletions(view.state).length > 0 ? closeCompletion(view) : (closeCompletion(view), false) },
      { key: 'Mod-Enter', run: view => (closeCompletion(view), false) },
      { key: 'Tab', run: acceptCompletion },
      ...completionKeymap.filter(({ key }) => key !== 'Escape'),
    ])),
    look,
  ]
}
