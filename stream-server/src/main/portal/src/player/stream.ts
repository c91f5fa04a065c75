/** Whom a stream tells what it does. */
export interface StreamListener {
  /** The playlist does not exist (yet). */
  missing: () => void;
  /** The playlist is complete: nothing will be added to it. */
  completed: () => void;
}

/** Brings an event's media into a video element. */
export interface Stream {
  /** Loads from the start, or once more at the place reached. */
  open: () => void;
  /** Stops loading; the picture stays. */
  halt: () => void;
  /** Frees everything. */
  destroy: () => void;
  /** A new token is in force. */
  tokenRenewed: () => void;
  /** Position in seconds at which live playback belongs, if known. */
  liveEdge: () => number | undefined;
}
