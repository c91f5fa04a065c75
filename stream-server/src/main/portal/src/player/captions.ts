import type { Caption } from '../api/answers';
import { element } from '../dom/element';
import type { Texts } from '../i18n/texts';
import { Menu, type MenuItem } from './menu';

/** Where captions come from. */
export interface CaptionNeeds {
  captions: readonly Caption[];
  /** The text of a caption file on the media side; undefined if it cannot be had. */
  read: (path: string) => Promise<string | undefined>;
}

/**
 * The captions of a video: those the server names, which are fetched when they are first chosen, and
 * those the stream brings along.
 */
export class Captions {
  readonly menu: Menu;
  private readonly addresses: string[] = [];

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly texts: Texts,
    private readonly needs: CaptionNeeds,
    toggled: (open: boolean) => void,
  ) {
    for (const { language, label } of needs.captions) {
      video.append(element('track', { kind: 'subtitles', srclang: language, label }));
    }
    const label = texts.text('control.captions');
    this.menu = new Menu('captions', label, 'captions', () => this.items(), toggled);
    for (const change of ['addtrack', 'removetrack', 'change']) {
      video.textTracks.addEventListener(change, () => this.menu.refresh());
    }
    this.menu.refresh();
  }

  /** Frees what was loaded. */
  close(): void {
    for (const address of this.addresses.splice(0)) URL.revokeObjectURL(address);
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
    const place = [...this.video.querySelectorAll('track')].find(({ track }) => track === chosen);
    if (place && !place.hasAttribute('src')) void this.load(place);
  }

  private async load(place: HTMLTrackElement): Promise<void> {
    const number = [...this.video.querySelectorAll('track')].indexOf(place);
    const text = await this.needs.read(this.needs.captions[number]?.path ?? '');
    if (text === undefined) return;
    const address = URL.createObjectURL(new Blob([text], { type: 'text/vtt' }));
    this.addresses.push(address);
    place.src = address;
  }
}
