/** @jsxImportSource preact */
import './tracking.css'

import { render } from 'preact'

import { rememberedScheme } from './remembered-scheme.ts'
import { TrackingPage } from './TrackingPage.tsx'

const scheme = rememberedScheme()
if (scheme !== undefined) document.documentElement.dataset.scheme = scheme

const token = window.location.pathname.split('/').findLast((part) => part !== '') ?? ''
const root = document.getElementById('root')
if (root !== null) render(<TrackingPage token={token} />, root)
