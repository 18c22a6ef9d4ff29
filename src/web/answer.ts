/** What a handler answers; `web/mount.ts` puts it on the wire. */
export type Answer =
  | { kind: 'page'; status: number; html: string }
  | { kind: 'redirect'; status: 301 | 302 | 303; to: string }
  | { kind: 'data'; status: number; body: unknown }
  | { kind: 'text'; status: number; body: string };

export const page = (html: string, status = 200): Answer => ({ kind: 'page', status, html });
export const redirect = (to: string, status: 301 | 302 | 303 = 303): Answer => ({
  kind: 'redirect',
  status,
  to,
});
export const data = (body: unknown, status = 200): Answer => ({ kind: 'data', status, body });
export const text = (body: string, status = 200): Answer => ({ kind: 'text', status, body });
