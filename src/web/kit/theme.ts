import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** The sea before a harbour: the one colour that leads the eye. */
const tide: MantineColorsTuple = [
  '#e8f6fa',
  '#d3e9f0',
  '#a6d3e1',
  '#75bcd2',
  '#4fa8c5',
  '#379bbd',
  '#2795ba',
  '#1580a3',
  '#006f90',
  '#0b4f6c',
]

/** What cannot be taken back. The shades of filled buttons are deep enough for white text. */
const red: MantineColorsTuple = [
  '#fff5f5',
  '#ffe3e3',
  '#ffc9c9',
  '#ffa8a8',
  '#ff8787',
  '#ff6b6b',
  '#fa5252',
  '#d32f2f',
  '#c62828',
  '#b02020',
]

const FONTS =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Hiragino Sans GB", ' +
  '"Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'

/** How all pages look. Shades are chosen so that text on them is readable in light and dark. */
export const theme = createTheme({
  colors: { tide, red },
  primaryColor: 'tide',
  primaryShade: { light: 8, dark: 7 },
  fontFamily: FONTS,
  headings: { fontFamily: FONTS, fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Capitals are no Chinese letters, and shout in English.
    Badge: { defaultProps: { tt: 'none' } },
    // The head of a dialog is no second banner of the page, as which a `header` would be read out.
    ModalHeader: { defaultProps: { component: 'div' } },
    // While one colour fades into another, the text between them is hard to read.
    SegmentedControl: { defaultProps: { transitionDuration: 0 } },
    DrawerHeader: { defaultProps: { component: 'div' } },
  },
})
