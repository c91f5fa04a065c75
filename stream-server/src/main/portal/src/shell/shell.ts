import type { PortalConfig } from '../api/answers';
import { isLanguage, pickLanguage, Texts } from '../i18n/texts';
import type { Timers } from '../time/timers';
import type { Preferences } from './preferences';

/** Names of the screens, as `data-screen` of the body tells them. */
export type ScreenName = 'entry' | 'waiting' | 'player' | 'ended' | 'restricted' | 'failed';

const UNKNOWN_CONFIG: PortalConfig = {
  appName: 'StreamGate',
  codeStyle: 'any',
  serverTime: undefined,
  supportContact: undefined,
  languages: [],
  playbackBaseUrl: '',
};

/** The page around all screens: language, announcements, and which screen is up. */
export class Shell {
  /** Replaced once the server has spoken. */
  config: PortalConfig = UNKNOWN_CONFIG;
  texts: Texts;

  constructor(
    private readonly page: Document,
    readonly preferences: Preferences,
    readonly timers: Timers,
    private readonly browserLanguages: readonly string[],
  ) {
    this.texts = this.speak(pickLanguage(preferences.language, browserLanguages));
  }

  /** Changes the language from now on and remembers it. */
  chooseLanguage(language: string): void {
    this.preferences.language = language;
    this.texts = this.speak(language);
  }

  /** Replaces whatever is on the page by this screen. */
  showScreen(name: ScreenName, root: HTMLElement, title?: string): void {
    const { appName } = this.config;
    this.page.title = title && title !== appName ? `${title} – ${appName}` : appName;
    this.page.body.dataset['screen'] = name;
    const frame = this.page.getElementById('screen');
    if (frame?.firstElementChild === root) return;
    frame?.replaceChildren(root);
    this.announce('');
  }

  /** Tells a screen reader something that is seen elsewhere on the screen. */
  announce(text: string): void {
    const announcer = this.page.getElementById('announcer');
    if (announcer) announcer.textContent = text;
  }

  /** Takes an announcement back once it is no longer true, unless another one has followed. */
  retract(text: string): void {
    const announcer = this.page.getElementById('announcer');
    if (announcer?.textContent === text) announcer.textContent = '';
  }

  private speak(code: string): Texts {
    const language = isLanguage(code) ? code : 'en';
    this.page.documentElement.lang = language;
    return new Texts(language, this.browserLanguages);
  }
}
