/** @jsxImportSource preact */
import { render } from 'preact'

import { rememberedLanguage } from '../kit/words/language.ts'

const words = { title: { en: 'Your parcel', zh: '您的包裹' } }

/** What the page says while the parcel is being looked for. */
function ParcelPage() {
  return <h1>{words.title[rememberedLanguage()]}</h1>
}

const root = document.getElementById('root')
if (root !== null) render(<ParcelPage />, root)
