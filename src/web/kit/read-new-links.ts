/**
 * A link whose secret stands behind the `#`, opened in a tab that shows the same page already, changes
 * the address and loads nothing: the page is then loaded anew, or nobody would take the secret.
 */
export function readNewLinks(isLink: RegExp): void {
  window.addEventListener('hashchange', () => {
    if (isLink.test(window.location.hash)) window.location.reload()
  })
}
