/**
 * What the built page may load and run: only what comes from its own origin, and WebAssembly.
 * Styles may stand in the page, since Vue, CodeMirror and the code listings put them there.
 */
export const contentSecurityPolicy = Object.entries({
  'default-src': '\'self\'',
  'script-src': '\'self\' \'wasm-unsafe-eval\'',
  'style-src': '\'self\' \'unsafe-inline\'',
  'img-src': '\'self\' data: blob:',
  'font-src': '\'self\'',
  'connect-src': '\'self\' blob:',
  'worker-src': '\'self\'',
  'manifest-src': '\'self\'',
  'frame-src': '\'none\'',
  'object-src': '\'none\'',
  'base-uri': '\'self\'',
  'form-action': '\'none\'',
}).map(([directive, sources]) => `${directive} ${sources}`).join('; ')
