import { firstPages, scriptBytesOf } from '../test/browser/page-weight.ts'
import { printFigures } from './figures.ts'

// What a browser has to load of script until a page stands, beside the most that it may be.

const rows = await Promise.all(
  firstPages.map(async (page) => {
    const bytes = await scriptBytesOf(page)
    const share = Math.round((bytes / page.mostBytes) * 100)
    return [page.name, (bytes / 1_000).toFixed(1), String(page.mostBytes / 1_000), `${share} %`]
  }),
)

printFigures({
  title: 'Weight of the first pages',
  about:
    'Script that a browser loads until a page stands, compressed by gzip, from the built pages. ' +
    'Repeat: `npm run bench -- page-weight`.',
  columns: ['page', 'script kB', 'at most kB', 'share'],
  rows,
})
