import type { Config } from '../../src/config.js';
import { type Finding, ok, warn, wrong } from './finding.js';

/** Checks what visitors and proxies see. */
export function checkWeb(config: Config): Finding[] {
  return [publicUrl(config), proxies(config), offset(config), monitoring(config)];
}

function publicUrl({ publicUrl: url, production }: Config): Finding {
  if (url?.startsWith('https:')) return ok(`PUBLIC_URL is ${url}`);
  const what = url === null ? 'PUBLIC_URL is not set' : `PUBLIC_URL is ${url}`;
  if (!production) return ok(`${what}: fine outside production`);
  const advice = 'Put a proxy with a certificate in front, and set PUBLIC_URL to its https address.';
  return url === null
    ? warn(what, advice)
    : wrong(`${what}: others on the network could read what people search`, advice);
}

function proxies({ trustProxy, production, publicUrl: url, rateLimit }: Config): Finding {
  const what = `TRUST_PROXY is ${trustProxy}`;
  if (trustProxy === 0 && production && url?.startsWith('https:') && rateLimit !== null)
    return warn(
      `${what}, but a proxy in front serves https`,
      'Set it to the number of proxies: otherwise all visitors count as one and share one RATE_LIMIT.',
    );
  if (typeof trustProxy === 'number' && trustProxy > 2)
    return warn(
      what,
      'Count the proxies again: with a number that is too high, a visitor can forge the address that is limited.',
    );
  return ok(what);
}

function offset({ clockOffsetDays: days }: Config): Finding {
  return days === 0
    ? ok('the clock is not shifted')
    : warn(
        `CLOCK_OFFSET_DAYS shifts the clock by ${days} days`,
        'Set CLOCK_OFFSET_DAYS to 0 for normal use.',
      );
}

function monitoring({ metricsPort, host }: Config): Finding {
  if (metricsPort === null) return ok('METRICS_PORT is not set: no metrics are served');
  const what = `metrics are served on ${host}, port ${metricsPort}`;
  if (host === '127.0.0.1' || host === '::1' || host === 'localhost') return ok(what);
  return warn(what, 'Make sure that only your monitoring can reach that port.');
}
