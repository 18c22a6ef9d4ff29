import { join } from 'node:path';
import type { Config } from '../../src/config.js';
import type { Mailer } from '../../src/mail/mailer.js';
import { type Finding, look, ok, reasonOf, wrong } from './finding.js';

export type OpenMail = (config: Config) => Promise<Mailer>;

/** Whether letters would go out: signs in to the mail server and sends nothing, or tries the outbox. */
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
    ? [ok(`SMTP_URL is not set: emails become files in ${folder}, and their links are in the log`)]
    : [wrong(`emails cannot be put into ${folder}: ${refusal}`, 'Give this user the right to write there.')];
}

type Server = NonNullable<Config['smtp']>;

function server({ host, port, security, login }: Server, refusal: string | null): Finding {
  const name = `the mail server ${host}, port ${port}`;
  if (refusal === null) return ok(`${name}, ${login ? 'accepts user and password' : 'answers'}`);
  return wrong(
    `${name}, cannot be used: ${refusal}`,
    `${adviceOn(refusal, port, security)} Until then emails wait.`,
  );
}

function adviceOn(refusal: string, port: number, security: Server['security']): string {
  if (refusal.includes('user and password'))
    return 'Mend user and password in SMTP_URL; signs such as / and @ are percent-encoded.';
  if (refusal.includes('certificate'))
    return 'Name the server as its certificate does, or name your own authority by NODE_EXTRA_CA_CERTS=file.';
  // The two are easily mixed up, and each then waits for the other to begin.
  if (port === 465 && security !== 'tls') return 'Port 465 wants smtps:// in SMTP_URL.';
  if (port === 587 && security === 'tls') return 'Port 587 wants smtp:// in SMTP_URL.';
  return 'Mend SMTP_URL, and see whether the network lets this machine reach that port.';
}

function encryption({ host, security, login }: Server): Finding[] {
  if (security !== 'none' || login === null || /^(localhost|127\.|::1$)/i.test(host)) return [];
  return [
    look(
      `the password goes to ${host} in the clear`,
      'Take ?tls=off out of SMTP_URL, if that server can do TLS.',
    ),
  ];
}
