/** Whom a stream tells what it does. */
export interface StreamListener {
  /** The playlist does not exist (yet). */
  missing: () => void;
  /** The playlist is complete: nothing will be added to it. */
  completed: () => void;
  /** Other renditions are on offer, or another one is chosen. */
  qualityChanged: () => void;
  /** Something support may want to know; never an address with a token. */
  note: (what: string) => void;
}

/** One picture size a stream comes in. */
export interface Rendition {
  id: number;
  /** Height in pixels. */
  height: number;
}

/** What there is to choose from; `chosen` is undefined while the player chooses by itself. */
export interface Quality {
  renditions: Rendition[];
  chosen: number | undefined;
}

/** Brings an event's media into a video element. */
export interface Stream {
  /** Loads from the start, from `position` (seconds), or once more at the place reached. */
  open: (position?: number) => void;
  /** Stops loading; the picture stays. */
  halt: () => void;
  /** Frees everything. */
  destroy: () => void;
  /** A new token is in force. */
  tokenRenewed: () => void;
  /** Position in seconds at which live playback belongs, if known. */
  liveEdge: () => number | undefined;
  /** The renditions, the tallest first; none where the browser chooses. */
  quality: () => Quality;
  /** Plays this rendition from now on; undefined lets the player choose. */
  chooseRendition: (id: number | undefined) => void;
}
