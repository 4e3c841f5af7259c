/** What a command ends with, for whoever runs it unattended. Published in docs/cli.md, which a test compares. */
export const EXIT = {
  /** Done; of `alerts`: there are none. */
  done: 0,
  /** Refused, with every fault; nothing was stored. */
  refused: 1,
  /** Called wrongly: nothing was sent. */
  usage: 2,
  /** Stored, or found right, but for figures that are held until they are confirmed. */
  held: 3,
  /** Not reached, not in time, or not now: the same again later. */
  tryAgain: 4,
  /** The key is not valid, or may not do this. */
  notAllowed: 5,
  /** Of `alerts`: there are some. */
  some: 10,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
