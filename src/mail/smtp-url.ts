import { isIP } from 'node:net';
import { unescape as decode } from 'node:querystring';

/** A mail server that accepts emails from us. */
export interface SmtpServer {
  host: string;
  port: number;
  /** `null` when it accepts emails without sign-in. */
  login: { user: string; password: string } | null;
  /** TLS from the first byte; TLS by STARTTLS, or no email; or unencrypted. */
  security: 'tls' | 'starttls' | 'none';
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/i;
const HOST_NAME = /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/;

/**
 * Reads `smtps://user:password@host:465` or `smtp://user:password@host:587`; `null` when it is neither. smtp://
 * requires STARTTLS, except on this machine, or with `?tls=off` on a private network.
 */
export function parseSmtpUrl(text: string): SmtpServer | null {
  if (!/^smtps?:\/\/[^\s/]/i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const clear = url.search === '?tls=off';
  const fromStart = url.protocol === 'smtps:';
  if (!(isIP(host) > 0 || HOST_NAME.test(host)) || !/^\/?$/.test(url.pathname) || url.port === '0')
    return null;
  if (url.hash !== '' || (url.search !== '' && (!clear || fromStart))) return null;
  const login = loginOf(url);
  if (login === undefined) return null;
  return {
    host,
    port: url.port === '' ? (fromStart ? 465 : 587) : Number(url.port),
    login,
    security: fromStart ? 'tls' : clear || LOOPBACK.test(host) ? 'none' : 'starttls',
  };
}

/** Both or neither; `undefined` when one is missing or not properly percent-encoded. */
function loginOf({ username, password }: URL): SmtpServer['login'] | undefined {
  if (username === '' && password === '') return null;
  const encoded = /^([^%]|%[0-9a-f]{2})+$/i;
  if (!encoded.test(username) || !encoded.test(password)) return undefined;
  return { user: decode(username), password: decode(password) };
}
