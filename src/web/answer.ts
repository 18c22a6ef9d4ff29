import { crc32 } from 'node:zlib';

/** What a handler answers; `web/mount.ts` puts it on the wire. */
export type Answer =
  | Page
  | Redirect
  | { kind: 'data'; status: number; body: unknown }
  | { kind: 'text'; status: number; body: string; type: 'text/plain' | 'application/xml' }
  /** A download under `name`, or a file to view in the browser where `name` is `null`. */
  | { kind: 'file'; type: string; name: string | null; body: Buffer };

interface Redirect {
  kind: 'redirect';
  status: 301 | 302 | 303;
  to: string;
  /** Signs in, or out with `null`. */
  session?: { secret: string; endsAt: string } | null;
}

/** A page as it goes on the wire, encoded and tagged once however often it is sent. */
export interface Page {
  kind: 'page';
  status: number;
  body: Buffer;
  /** Weak entity tag over the content. */
  tag: string;
  /** The body compressed, each way at most once. */
  compressed: Partial<Record<Encoding, Promise<Buffer>>>;
  /** So much one visitor's own, such as a page with their shortlist, that keeping it would only push out what many ask for. */
  notCacheable?: true;
}

export type Encoding = 'br' | 'gzip';

export function page(html: string, status = 200): Page {
  const body = Buffer.from(html);
  return {
    kind: 'page',
    status,
    body,
    tag: `W/"${body.length.toString(36)}-${crc32(body).toString(36)}"`,
    compressed: {},
  };
}

/** The page, not to be kept. */
export const notCacheable = (made: Page): Page => ({ ...made, notCacheable: true });

export const redirect = (to: string, status: 301 | 302 | 303 = 303): Answer => ({
  kind: 'redirect',
  status,
  to,
});
/** A redirect that signs in, or out with `null`. */
export const redirectAs = (to: string, session: Redirect['session']): Answer => ({
  kind: 'redirect',
  status: 303,
  to,
  ...(session !== undefined && { session }),
});
export const data = (body: unknown, status = 200): Answer => ({ kind: 'data', status, body });
export const file = (body: Buffer, type: string, name: string | null = null): Answer => ({
  kind: 'file',
  type,
  name,
  body,
});
export const text = (body: string, status = 200): Answer => ({
  kind: 'text',
  status,
  body,
  type: 'text/plain',
});
export const xml = (body: string): Answer => ({ kind: 'text', status: 200, body, type: 'application/xml' });
