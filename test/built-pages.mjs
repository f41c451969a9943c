// The tests look at the pages as they are built; they are built once, before the first test.
export { ensureWebBuilt as default } from '../bin/build-web.mjs'
