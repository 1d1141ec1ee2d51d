import { defineConfig } from 'unocss'

/** Slidev's own surfaces (presenter, overview, notes, menus) wear the deck's colours. */
export default defineConfig({
  shortcuts: {
    'bg-main': 'bg-$paper',
    'text-main': 'text-$ink',
    'border-main': 'border-$rule',
    'bg-active': 'bg-$panel-strong',
  },
})
