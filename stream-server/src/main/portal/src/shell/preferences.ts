type Store = Pick<Storage, 'getItem' | 'setItem'>;

const PREFIX = 'streamgate.';

/**
 * The three things a browser remembers between visits: mute, volume and language. A browser that
 * forbids storage simply remembers nothing.
 */
export class Preferences {
  constructor(private readonly store: () => Store) {}

  get language(): string | undefined {
    return this.read('language');
  }

  set language(code: string | undefined) {
    if (code !== undefined) this.write('language', code);
  }

  get muted(): boolean {
    return this.read('muted') === 'true';
  }

  set muted(muted: boolean) {
    this.write('muted', String(muted));
  }

  /** Volume from 0 to 1. */
  get volume(): number {
    const volume = Number(this.read('volume') ?? 1);
    return volume >= 0 && volume <= 1 ? volume : 1;
  }

  set volume(volume: number) {
    this.write('volume', String(volume));
  }

  private read(name: string): string | undefined {
    try {
      return this.store().getItem(PREFIX + name) ?? undefined;
    } catch {
      return undefined;
    }
  }

  private write(name: string, value: string): void {
    try {
      this.store().setItem(PREFIX + name, value);
    } catch {
      // Storage is full or forbidden: the choice lasts as long as the page.
    }
  }
}
