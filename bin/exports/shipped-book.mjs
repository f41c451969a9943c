// What `import 'tidewaiter/shipped-book'` loads: the reader of the data that come with the program.
import { tsImport } from 'tsx/esm/api'

export const { shippedBook } = await tsImport(
  '../../src/tariffs/quoting/shipped-book.ts',
  import.meta.url,
)
