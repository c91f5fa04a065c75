import type { Caption, Grant, WatermarkText } from './answers';
import { readStatus, text, type Json } from './reading';

/** Reads a granted validation, or undefined when something a player cannot do without is missing. */
export function readGrant(body: Json): Grant | undefined {
  const event = body['event'] as Json | null | undefined;
  const playbackToken = text(body['playbackToken']);
  const streamPath = text(body['streamPath']);
  const eventId = text(body['eventId']);
  const status = readStatus(body['status']);
  const tokenExpiresIn = body['tokenExpiresIn'];
  if (!event || !playbackToken || !streamPath || !eventId || !status) return undefined;
  if (typeof tokenExpiresIn !== 'number') return undefined;
  return {
    event: {
      title: text(event['title']) ?? '',
      description: text(event['description']) ?? null,
      startsAt: text(event['startsAt']) ?? '',
      endsAt: text(event['endsAt']) ?? '',
      posterUrl: text(event['posterUrl']) ?? null,
    },
    eventId,
    sessionId: text(body['sessionId']) ?? '',
    status,
    playbackToken,
    tokenExpiresIn,
    playbackBaseUrl: text(body['playbackBaseUrl']) ?? '',
    streamPath,
    expiresAt: text(body['expiresAt']) ?? '',
    serverTime: text(body['serverTime']) ?? '',
    playerConfig: (body['playerConfig'] ?? {}) as Record<string, unknown>,
    watermark: readWatermark(body['watermark']),
    captions: readCaptions(body['captions']),
  };
}

function readWatermark(value: unknown): WatermarkText | undefined {
  const displayText = text((value as Json | null | undefined)?.['displayText']);
  return displayText === undefined ? undefined : { displayText };
}

/** Captions without a path cannot be had and are left out. */
function readCaptions(value: unknown): Caption[] {
  if (!Array.isArray(value)) return [];
  return (value as (Json | null)[]).flatMap((caption) => {
    const path = text(caption?.['path']);
    if (path === undefined) return [];
    const language = text(caption?.['language']) ?? '';
    return [{ language, label: text(caption?.['label']) ?? language, path }];
  });
}
