/** What loading the player works with. */
export interface PlayerLoaderNeeds<Player> {
  /** Loads the part of the program that was built along with this page. */
  built: () => Promise<Player>;
  /** Loads the program at an address. */
  at: (address: string) => Promise<Player>;
  /** Address of that part, as the build wrote it into the page; undefined when not built. */
  address: string | undefined;
  /** HTTP status of an address, or 0 when there is no answer. */
  statusOf: (address: string) => Promise<number>;
}

/**
 * Loads the player once. Some browsers remember a module that could not be fetched as broken for as
 * long as the page lives, so every further attempt asks by an address that is not known yet.
 */
export class PlayerLoader<Player> {
  private pending: Promise<Player | undefined> | undefined;
  private attempts = 0;

  constructor(private readonly needs: PlayerLoaderNeeds<Player>) {}

  /** The player, or undefined if it cannot be had now. */
  load(): Promise<Player | undefined> {
    this.pending ??= this.fetch();
    return this.pending;
  }

  /** Whether the server no longer has what this page was built with: it was replaced by another. */
  async isOutdated(): Promise<boolean> {
    const { address, statusOf } = this.needs;
    return address !== undefined && (await statusOf(address)) === 404;
  }

  private async fetch(): Promise<Player | undefined> {
    const { built, at, address } = this.needs;
    const attempt = this.attempts++;
    try {
      const isFirst = attempt === 0 || address === undefined;
      return await (isFirst ? built() : at(`${address}?again=${attempt}`));
    } catch {
      this.pending = undefined;
      return undefined;
    }
  }
}
