/** Whether the page is shown inside another one, which has a frame of its own. */
export const isEmbedded = new URLSearchParams(window.location.search).has('embed')

/** The language that the page around this one speaks; absent where it does not say. */
export const surroundingLanguage = new URLSearchParams(window.location.search).get('lang')

/** The colours of the page around this one; absent where it does not say. */
export const surroundingScheme = schemeAround()

function schemeAround(): 'light' | 'dark' | undefined {
  const said = new URLSearchParams(window.location.search).get('scheme')
  return said === 'light' || said === 'dark' ? said : undefined
}
