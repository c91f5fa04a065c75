/** Browsers by the word that tells them apart; those that also name another one come first. */
const BROWSERS: readonly [word: RegExp, name: string][] = [
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const SYSTEMS: readonly [word: RegExp, name: string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Tizen|Web0S|SmartTV|SMART-TV/, 'TV'],
  [/Linux/, 'Linux'],
];

/** What staff read about a device, "Chrome on macOS"; undefined when its browser tells nothing. */
export function deviceName(userAgent: string): string | undefined {
  const find = (list: typeof BROWSERS) => list.find(([word]) => word.test(userAgent))?.[1];
  const [browser, system] = [find(BROWSERS), find(SYSTEMS)];
  return browser && system ? `${browser} on ${system}` : (browser ?? system);
}
