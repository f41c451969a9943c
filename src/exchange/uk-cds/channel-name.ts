/**
 * Name of the channel as it stands on stored messages, notifications and permissions; it can no longer be
 * changed.
 */
export const UK_CDS = 'uk-cds'
