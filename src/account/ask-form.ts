import { loginTokenSchema } from '../domain/account.js';
import { isMailAddress } from '../mail/mail-address.js';
import type { Messages } from '../web/fields.js';
import { localPath } from '../web/paths.js';
import type { Asked } from '../web/route.js';

export const MESSAGES = {
  none: 'Write your e-mail address.',
  many: 'Write one e-mail address.',
  bad: 'Write an e-mail address such as you@practice.example, in plain letters.',
  long: 'Use an e-mail address of at most 120 characters.',
} as const;

const MOST_EMAIL = 120;
/** The length that a login token can hold. */
const MOST_NEXT = 500;

/** The form that asks for a link. */
export interface AskForm {
  form: URLSearchParams;
  /** `null` when there is a message. */
  email: string | null;
  messages: Messages;
  /** Where to go after signing in: always a path of this site. */
  next: string | null;
}

export function readAskForm({ form }: Asked): AskForm {
  const values = form.getAll('email').map((value) => value.trim());
  const message = messageFor(values);
  return {
    form,
    email: message === null ? (values[0] ?? null) : null,
    messages: new Map(message === null ? [] : [['email', message]]),
    next: nextIn(form),
  };
}

/** The path of this site in `next`, or `null`. */
export function nextIn(params: URLSearchParams): string | null {
  const path = localPath(params.get('next') ?? '');
  return path === null || path.length > MOST_NEXT ? null : path;
}

/** Mail allows longer addresses than records do. A longer one could not be restored from a backup. */
const isKept = (email: string) => loginTokenSchema.shape.email.safeParse(email).success;

function messageFor([email = '', ...more]: string[]): string | null {
  if (more.length > 0) return MESSAGES.many;
  if (email === '') return MESSAGES.none;
  if (email.length > MOST_EMAIL) return MESSAGES.long;
  return isMailAddress(email) && isKept(email) ? null : MESSAGES.bad;
}
