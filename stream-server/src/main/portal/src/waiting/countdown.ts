/** What a countdown shows: two digits each, more for days beyond 99. */
export interface CountdownParts {
  days: string;
  hours: string;
  minutes: string;
  seconds: string;
}

/** Splits remaining milliseconds; a part of a second counts as a whole one, below zero is zero. */
export function countdownParts(remaining: number): CountdownParts {
  const total = Math.max(0, Math.ceil(remaining / 1000));
  return {
    days: twoDigits(Math.floor(total / 86_400)),
    hours: twoDigits(Math.floor(total / 3600) % 24),
    minutes: twoDigits(Math.floor(total / 60) % 60),
    seconds: twoDigits(total % 60),
  };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
