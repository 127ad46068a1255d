// The web application: the office and the public calculators, each with a document of its own and a chunk per page. Texts that are not complete in every language stop the
// build: the compiler finds them too, but the server builds the web without running the compiler.

import react from '@vitejs/plugin-react'
import type { IncomingMessage } from 'node:http'
import { type Plugin, defineConfig } from 'vite'
import { incompleteTexts } from './texts/completeness.ts'

const API = process.env['MAHNWERK_API'] ?? 'http://127.0.0.1:4400'

export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  plugins: [react(), completeTexts(), calculatorPages()],
  server: { port: 4401, proxy: { '/api': { target: API, changeOrigin: false } } },
  preview: { port: 4402, proxy: { '/api': { target: API, changeOrigin: false } } },
  build: {
    // The mode "preview" is the same application over sample data, to look at it without a server; it is never shipped.
    outDir: mode === 'preview' ? 'artefacts/preview' : 'dist',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    rolldownOptions: {
      input: { office: `${import.meta.dirname}/index.html`, calculators: `${import.meta.dirname}/rechner/index.html` },
    },
  },
}))

function completeTexts(): Plugin {
  return {
    name: 'complete-texts',
    buildStart() {
      const faults = incompleteTexts()
      if (faults.length > 0) this.error(`texts are incomplete:\n${faults.join('\n')}`)
    },
  }
}

// In development and in the preview every address below /rechner is the calculators' document, as on the server.
function calculatorPages(): Plugin {
  const lead = (request: IncomingMessage, _: unknown, next: () => void): void => {
    if (/^\/rechner(\/[\w-]*)*(\?|$)/.test(request.url ?? '')) request.url = '/rechner/index.html'
    next()
  }
  return {
    name: 'calculator-pages',
    configureServer: (server) => void server.middlewares.use(lead),
    configurePreviewServer: (server) => void server.middlewares.use(lead),
  }
}
