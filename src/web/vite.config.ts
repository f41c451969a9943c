import { fileURLToPath } from 'node:url'

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const folder = fileURLToPath(new URL('.', import.meta.url))

/**
 * Builds every page into `dist/web`: one HTML file for each application, scripts and styles beside
 * them under names that change with their content. `manifest.json` tells what each page loads first.
 */
export default defineConfig({
  root: folder,
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    manifest: 'manifest.json',
    // The first browsers with light-dark(), which would else be replaced by something that needs help.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // The pages may load nothing but files of their own server, so nothing is put in line as data.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        console: `${folder}console/index.html`,
        desk: `${folder}desk/index.html`,
        tracking: `${folder}tracking/index.html`,
        stage: `${folder}stage/index.html`,
        estimate: `${folder}estimate/index.html`,
      },
    },
  },
})
