/**
 * Every number that decides when something is tried, waited for or given up, with its reason. They
 * hang together: a test holds that a message of a killed worker is taken over within ten seconds.
 */
export const timings = {
  /**
   * For how long a sender that is not heard of is believed to live, also one that finds out for all whether
   * a channel is open again. Long enough that a stalled
   * machine does not lose its lease to one slow second, short enough for a take-over in ten.
   */
  leaseSeconds: 6,
  /** How often a sender at work renews its lease: two renewals may fail before it is lost. */
  renewalMs: 2_000,
  /** An attempt under way for longer than this hangs: many requests at their own time limits. */
  longestAttemptSeconds: 120,
  /** How often a node looks for due messages by itself; jobs make it look at once. */
  lookMs: 1_000,

  /**
   * Kept between two turns beyond what the limit demands: requests do not reach the authority
   * exactly as far apart as they were let go, and a sliding second must not hold one too many.
   */
  turnMarginMs: 15,

  /**
   * For how long a fetching of notifications leaves the turn after its own to a message that waits:
   * senders look at the very moment, so this is what a transaction may take on a busy database.
   */
  yieldMs: 50,

  /** How often a message is tried before a person has to look at it. */
  attemptsMax: 14,
  /** For how long attempts are kept of a message that is settled: long enough to compare half years. */
  attemptLifeDays: 183,
  /** Pauses of one message, doubling: from a moment's trouble to one that lasts for hours. */
  messagePause: { firstSeconds: 1, longestSeconds: 300 },
  /**
   * How often a message is tried that waits for its business to be connected. It is taken up when that
   * happens, so this is only the net under it.
   */
  connectionPauseSeconds: 300,

  /** So many failures in a row are not the fault of one message or one dropped connection. */
  failuresToOpen: 5,
  /** Pauses of an open channel, doubling: it is felt within a minute that the authority is back. */
  channelPause: { firstSeconds: 2, longestSeconds: 60 },
  /** An authority that wants to hear nothing is believed for so long at most, then tried. */
  longestToldPauseSeconds: 3_600,
} as const
