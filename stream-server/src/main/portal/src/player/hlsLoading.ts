import Hls, { type HlsConfig, type LoaderCallbacks, type LoaderContext } from 'hls.js';
import type { MediaAddress } from './mediaAddress';
import type { MediaRecovery, RequestKind } from './mediaRecovery';

/** What loading by hls.js needs. */
export interface HlsLoadingNeeds {
  /** A token that outlives a request sent now. */
  token: () => Promise<string>;
  recovery: MediaRecovery;
  address: MediaAddress;
}

type LoadArguments = Parameters<InstanceType<HlsConfig['loader']>['load']>;

/** Limits of one request; hls.js itself repeats nothing, {@link MediaRecovery} decides that. */
const ONE_ATTEMPT = {
  default: {
    maxTimeToFirstByteMs: 10_000,
    maxLoadTimeMs: 20_000,
    timeoutRetry: null,
    errorRetry: null,
  },
};

/**
 * The part of the hls.js configuration that gets media through the gate: every request carries the
 * current token, and a failing one waits inside its loader until it may be sent again. So hls.js
 * never sees an outage that ends well.
 */
export function hlsLoading(needs: HlsLoadingNeeds): Partial<HlsConfig> {
  const sentTokens = new WeakMap<LoaderContext, string>();

  class GatedLoader extends Hls.DefaultConfig.loader {
    private gone = false;

    override load(...[context, config, callbacks]: LoadArguments): void {
      super.load(context, config, this.patient(context, config, callbacks));
    }

    override abort(): void {
      this.gone = true;
      super.abort();
    }

    override destroy(): void {
      this.gone = true;
      super.destroy();
    }

    private patient(
      ...[context, config, callbacks]: LoadArguments
    ): LoaderCallbacks<LoaderContext> {
      const kind = kindOf(context);
      const onError: typeof callbacks.onError = (error, ...rest) => {
        const advice = this.adviceOn(error.code, kind, context);
        if (!advice) return callbacks.onError(error, ...rest);
        void advice.then((verdict) => {
          if (this.gone) return;
          if (verdict === 'again') this.repeat(context, config, callbacks);
          else callbacks.onError(error, ...rest);
        });
      };
      return {
        ...callbacks,
        onError,
        onTimeout: (_stats, _context, details) =>
          onError({ code: 0, text: 'timeout' }, context, details, this.stats),
        onSuccess: (...result) => {
          needs.recovery.succeeded(kind);
          callbacks.onSuccess(...result);
        },
      };
    }

    private adviceOn(status: number, kind: RequestKind, context: LoaderContext) {
      if (status === 401 || status === 403) {
        return needs.recovery.refused(kind, sentTokens.get(context) ?? '');
      }
      return status === 0 || status >= 500 ? needs.recovery.broken(kind) : undefined;
    }

    private repeat(...load: LoadArguments): void {
      // A loader refuses to be used twice unless it looks unused.
      this.stats.loading.start = 0;
      this.load(...load);
    }
  }

  return {
    loader: GatedLoader,
    xhrSetup: async (xhr: XMLHttpRequest, url: string, context: LoaderContext) => {
      const token = await needs.token();
      sentTokens.set(context, token);
      xhr.open('GET', needs.address.forRequest(url, token), true);
      const header = needs.address.headerFor(url, token);
      if (header) xhr.setRequestHeader('Authorization', header);
    },
    manifestLoadPolicy: ONE_ATTEMPT,
    playlistLoadPolicy: ONE_ATTEMPT,
    fragLoadPolicy: ONE_ATTEMPT,
    keyLoadPolicy: ONE_ATTEMPT,
  };
}

function kindOf(context: LoaderContext): RequestKind {
  return context.responseType === 'arraybuffer' ? 'segment' : 'playlist';
}
