import { join } from 'node:path';
import type { Config } from '../../src/config.js';
import type { Mailer } from '../../src/mail/mailer.js';
import { type Finding, ok, reasonOf, warn, wrong } from './finding.js';

export type OpenMail = (config: Config) => Promise<Mailer>;

/** Whether emails can be sent: signs in to the mail server without sending, or checks the outbox. */
export async function checkMail(config: Config, open: OpenMail): Promise<Finding[]> {
  const mailer = await open(config);
  const refusal = await mailer
    .verify()
    .then(() => null, reasonOf)
    .finally(() => mailer.close());
  return config.smtp === null
    ? outbox(config, refusal)
    : [server(config.smtp, refusal), ...encryption(config.smtp)];
}

function outbox({ dataDir }: Config, refusal: string | null): Finding[] {
  const folder = join(dataDir, 'outbox');
  return refusal === null
    ? [ok(`SMTP_URL is not set: emails are written to ${folder}, and their links to the log`)]
    : [wrong(`emails cannot be written to ${folder}: ${refusal}`, 'Give this user write permission there.')];
}

type Server = NonNullable<Config['smtp']>;

function server({ host, port, security, login }: Server, refusal: string | null): Finding {
  const name = `the mail server ${host}, port ${port}`;
  if (refusal === null) return ok(`${name}, ${login ? 'accepts the user and password' : 'answers'}`);
  return wrong(
    `${name}, cannot be used: ${refusal}`,
    `${adviceOn(refusal, port, security)} Until then emails wait in the queue.`,
  );
}

function adviceOn(refusal: string, port: number, security: Server['security']): string {
  if (refusal.includes('user and password'))
    return 'Correct the user and password in SMTP_URL; percent-encode characters such as / and @.';
  if (refusal.includes('certificate'))
    return 'Use the server name of the certificate, or set your own certificate authority with NODE_EXTRA_CA_CERTS=file.';
  // The two are easily confused, and then client and server each wait for the other to begin.
  if (port === 465 && security !== 'tls') return 'Port 465 needs smtps:// in SMTP_URL.';
  if (port === 587 && security === 'tls') return 'Port 587 needs smtp:// in SMTP_URL.';
  return 'Correct SMTP_URL, and check that the network lets this machine reach that port.';
}

function encryption({ host, security, login }: Server): Finding[] {
  if (security !== 'none' || login === null || /^(localhost|127\.|::1$)/i.test(host)) return [];
  return [
    warn(
      `the password is sent to ${host} unencrypted`,
      'Remove ?tls=off from SMTP_URL if that server supports TLS.',
    ),
  ];
}
