import type { Caption } from '../api/answers';
import { element } from '../dom/element';
import type { Texts } from '../i18n/texts';
import { Menu, type MenuItem } from './menu';

/** Where captions come from. */
export interface CaptionNeeds {
  captions: readonly Caption[];
  /** The text of a caption file on the media side; undefined if it cannot be had. */
  read: (path: string) => Promise<string | undefined>;
  /** Captions that were chosen cannot be had. */
  failed: () => void;
}

/**
 * The captions of a video: those the server names, which are fetched when they are first chosen, and
 * those the stream brings along.
 */
export class Captions {
  readonly menu: Menu;
  private readonly addresses: string[] = [];
  private readonly places = new Map<HTMLTrackElement, Caption>();

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly texts: Texts,
    private readonly needs: CaptionNeeds,
    toggled: (open: boolean) => void,
  ) {
    this.offer(needs.captions);
    const label = texts.text('control.captions');
    this.menu = new Menu('captions', label, 'captions', () => this.items(), toggled);
    for (const change of ['addtrack', 'removetrack', 'change']) {
      video.textTracks.addEventListener(change, () => this.menu.refresh());
    }
    this.menu.refresh();
  }

  /** Offers these captions in place of those the server named before. */
  replace(captions: readonly Caption[]): void {
    if (JSON.stringify(captions) === JSON.stringify([...this.places.values()])) return;
    for (const place of this.places.keys()) place.remove();
    this.places.clear();
    this.offer(captions);
  }

  /** Frees what was loaded. */
  close(): void {
    for (const address of this.addresses.splice(0)) URL.revokeObjectURL(address);
  }

  private offer(captions: readonly Caption[]): void {
    for (const caption of captions) {
      const { language, label } = caption;
      const place = element('track', { kind: 'subtitles', srclang: language, label });
      this.places.set(place, caption);
      this.video.append(place);
    }
  }

  private items(): MenuItem[] {
    const tracks = [...this.video.textTracks].filter((track) => track.kind !== 'metadata');
    if (tracks.length === 0) return [];
    const off: MenuItem = {
      label: this.texts.text('control.captionsOff'),
      chosen: tracks.every((track) => track.mode !== 'showing'),
      choose: () => this.show(undefined),
    };
    const line = (track: TextTrack): MenuItem => ({
      label: track.label || track.language,
      chosen: track.mode === 'showing',
      choose: () => this.show(track),
    });
    return [off, ...tracks.map(line)];
  }

  private show(chosen: TextTrack | undefined): void {
    for (const track of this.video.textTracks) {
      if (track.kind !== 'metadata') track.mode = track === chosen ? 'showing' : 'disabled';
    }
    const own = [...this.places].find(([{ track }]) => track === chosen);
    if (own && !own[0].hasAttribute('src')) void this.load(...own);
  }

  private async load(place: HTMLTrackElement, { path }: Caption): Promise<void> {
    const text = await this.needs.read(path);
    if (text === undefined) {
      if (place.track.mode === 'showing') this.show(undefined);
      return this.needs.failed();
    }
    const address = URL.createObjectURL(new Blob([text], { type: 'text/vtt' }));
    this.addresses.push(address);
    place.src = address;
  }
}
