import type { Config } from '../../src/config.js';
import { type Finding, look, ok, wrong } from './finding.js';

/** What people and proxies see of it. */
export function checkWeb(config: Config): Finding[] {
  return [publicUrl(config), proxies(config), offset(config), monitoring(config)];
}

function publicUrl({ publicUrl: url, production }: Config): Finding {
  if (url?.startsWith('https:')) return ok(`PUBLIC_URL is ${url}`);
  const what = url === null ? 'PUBLIC_URL is not set' : `PUBLIC_URL is ${url}`;
  if (!production) return ok(`${what}: good enough outside production`);
  const advice = 'Put a proxy with a certificate in front, and set PUBLIC_URL to its https address.';
  return url === null
    ? look(what, advice)
    : wrong(`${what}: what people search could be read on its way`, advice);
}

function proxies({ trustProxy, production, publicUrl: url, rateLimit }: Config): Finding {
  const what = `TRUST_PROXY is ${trustProxy}`;
  if (trustProxy === 0 && production && url?.startsWith('https:') && rateLimit !== null)
    return look(
      `${what}, though https is made by something in front`,
      'Set it to the number of proxies: else all visitors count as one, and share one RATE_LIMIT.',
    );
  if (typeof trustProxy === 'number' && trustProxy > 2)
    return look(
      what,
      'Count again: with more than there are, a visitor can forge the address that is counted.',
    );
  return ok(what);
}

function offset({ clockOffsetDays: days }: Config): Finding {
  return days === 0
    ? ok('the directory shows today')
    : look(
        `the directory shows itself ${days} days from now`,
        'Set CLOCK_OFFSET_DAYS to 0 when you have seen enough.',
      );
}

function monitoring({ metricsPort, host }: Config): Finding {
  if (metricsPort === null) return ok('METRICS_PORT is not set: no figures are served');
  const what = `figures are served on ${host}, port ${metricsPort}`;
  if (host === '127.0.0.1' || host === '::1' || host === 'localhost') return ok(what);
  return look(what, 'See to it that only the monitoring reaches that port.');
}
