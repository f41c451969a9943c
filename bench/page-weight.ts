import { firstPages, scriptBytesOf } from '../test/browser/page-weight.ts'

const rows = await Promise.all(
  firstPages.map(async (page) => {
    const bytes = await scriptBytesOf(page)
    const share = Math.round((bytes / page.mostBytes) * 100)
    return `| ${page.name} | ${(bytes / 1_000).toFixed(1)} | ${page.mostBytes / 1_000} | ${share} % |`
  }),
)

process.stdout.write(`
## Weight of the first pages

Script that a browser loads until a page stands, compressed by gzip, from the built pages. Repeat: \`npm run bench -- page-weight\`.

| page | script kB | at most kB | share |
| --- | ---: | ---: | ---: |
${rows.join('\n')}

`)
