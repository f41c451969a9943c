/**
 * Name of the channel by which letters go to the sandbox office's correspondence interface, as it stands
 * on stored messages and threads; it can no longer be changed. HMRC has no such interface: with it letters
 * go by post, e-mail or its own pages.
 */
export const UK_LETTERS = 'uk-letters'
