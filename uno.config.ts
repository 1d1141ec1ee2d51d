import { defineConfig } from 'unocss'

/**
 * UnoCSS reads attributes as utilities, so that `font-size="18"` in a picture would become 4.5rem:
 * the presentation attributes of SVG are none of its business.
 */
const pictureAttributes = /^\[(?:fill|stroke|font|text|letter|opacity|transform|color|mask|filter|clip|display|overflow|cursor|visibility|width|height|x|y|r|rx|ry|d)(?:-[a-z]+)*~=/

/** Slidev's own surfaces (presenter, overview, notes, menus) wear the deck's colours. */
export default defineConfig({
  blocklist: [pictureAttributes],
  shortcuts: {
    'bg-main': 'bg-$paper',
    'text-main': 'text-$ink',
    'border-main': 'border-$rule',
    'bg-active': 'bg-$panel-strong',
  },
})
