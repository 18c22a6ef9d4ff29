import { isIP } from 'node:net';
import { z } from 'zod';

export const onOff = z.enum(['0', '1']).transform((value) => value === '1');

/** Digits only: `Number` would read a blank as 0, and accept `0x10` and `1e3`. */
export const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^-?\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max));

/** A field parsed by `read`. The field is invalid when `read` returns `null`. */
export const readBy = <T>(read: (text: string) => T | null) =>
  z.string().transform((text, context) => {
    const value = read(text);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: 'unreadable' });
    return z.NEVER;
  });

/** Whether this is an http address without user, path, query or fragment. */
export function isOrigin(text: string): boolean {
  if (!URL.canParse(text) || !/^https?:\/\/[^?#@]+$/i.test(text)) return false;
  return new URL(text).pathname === '/';
}

/** Whether this is an http address to which query parameters can be added. */
export const isServiceUrl = (text: string) => URL.canParse(text) && /^https?:\/\/[^?#@]+$/i.test(text);

/** Whether Express can read this list of addresses, address ranges, and names of private ranges. */
export function areProxies(list: string): boolean {
  return list.split(',').every((part) => {
    const [address = '', bits, ...more] = part.trim().split('/');
    if (bits === undefined && /^(loopback|linklocal|uniquelocal)$/.test(address)) return true;
    const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
    const length = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : 0;
    return more.length === 0 && length >= 1 && length <= most;
  });
}
