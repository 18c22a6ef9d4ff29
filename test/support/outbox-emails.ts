import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Mail, readMail } from './read-mail.js';

export interface OutboxEmail extends Mail {
  to: string[];
  raw: string;
}

/** The emails of an outbox in the order in which they were last sent; none when there is no such folder. */
export function emailsIn(folder: string): OutboxEmail[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : [];
  return names
    .map((name) => join(folder, name))
    .sort((one, other) => statSync(one).mtimeMs - statSync(other).mtimeMs)
    .map((file) => readFileSync(file, 'utf8'))
    .map((raw) => ({ raw, ...readMail(raw) }))
    .map((mail) => ({ ...mail, to: (mail.headers.to ?? '').split(',') }));
}
