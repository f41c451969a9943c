/** Whether the page is shown inside another one, which has a frame of its own. */
export const isEmbedded = new URLSearchParams(window.location.search).has('embed')
