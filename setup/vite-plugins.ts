/** What a build of the deck needs beyond Slidev: use without a network, and a strict page. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { defineVitePluginsSetup } from '@slidev/types'
import type { Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { measuredRuns } from '../cli/recordings/measuredRuns.ts'
import { contentSecurityPolicy } from '../offline/policy.ts'
import { deckSearch } from './deckSearchPlugin.ts'

function serviceWorker(): Plugin[] {
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'offline',
    filename: 'service-worker.ts',
    injectRegister: false,
    manifest: {
      name: 'Under the GIL',
      short_name: 'Under the GIL',
      description: 'See how CPython runs threads and manages memory',
      start_url: './',
      scope: './',
      display: 'standalone',
      icons: [{ src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' }],
    },
    includeManifestIcons: false,
    injectManifest: {
      globPatterns: ['**/*'],
      maximumFileSizeToCacheInBytes: 64 << 20,
      // Files that carry a hash of their content in the name need no revision.
      dontCacheBustURLsMatching: /^assets\//,
    },
  })
}

/** Puts the policy first in the page's head, and fails where the page has a script of its own. */
function strictPage(): Plugin {
  return {
    name: 'strict-page',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        if (/<script(?![^>]*\ssrc=)/.test(html)) throw new Error('The built page has an inline script, which its policy forbids.')
        return {
          // Slidev writes these attributes with the quotation marks of JSON.
          html: html.replaceAll('content="&quot;', 'content="').replaceAll('&quot;">', '">'),
          tags: [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', 'content': contentSecurityPolicy }, injectTo: 'head-prepend' }],
        }
      },
    },
  }
}

/** Templates are compiled by the build: the page needs no compiler, which its policy would not let run. */
function withoutCompiler(): Plugin {
  return {
    name: 'vue-without-compiler',
    enforce: 'pre',
    resolveId(id, importer) {
      if (!/vue\/dist\/vue\.esm-bundler\.js$/.test(id)) return
      return this.resolve(id.replace('vue.esm-bundler', 'vue.runtime.esm-bundler'), importer, { skipSelf: true })
    },
  }
}

/** `virtual:measured-runs`: which build was measured when and where, without the samples. */
function provenance(): Plugin {
  const id = '\0measured-runs'
  return {
    name: 'measured-runs',
    resolveId: name => name === 'virtual:measured-runs' ? id : undefined,
    load: name => name === id ? `export default ${JSON.stringify(measuredRuns())}` : undefined,
  }
}

/** A deck of the tests has no service worker of its own. */
const keepsItself = (userRoot: string) => existsSync(join(userRoot, 'offline', 'service-worker.ts'))

/** The print page is part of every build: `npm run export` prints the very site that is shipped, and so can a reader. */
function withPrintPage(): Plugin {
  return {
    name: 'print-page',
    enforce: 'post',
    config: () => ({ define: { __SLIDEV_FEATURE_PRINT__: 'true' } }),
  }
}

export default defineVitePluginsSetup((options) => {
  const always = [provenance(), deckSearch(options)]
  if (options.mode !== 'build') return always
  return [...always, withoutCompiler(), withPrintPage(), ...keepsItself(options.userRoot) ? serviceWorker() : [], strictPage()]
})
