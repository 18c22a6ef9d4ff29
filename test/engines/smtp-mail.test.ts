import { openSmtp } from '../../src/mail/smtp/open-smtp.js';
import { parseSmtpUrl } from '../../src/mail/smtp-url.js';
import { mailContract } from '../contracts/mail.contract.js';
import { FROM, NOW } from '../support/an-email.js';
import { startSmtpServer } from '../support/smtp-server.js';

mailContract('SMTP', async () => {
  const server = await startSmtpServer();
  const mailer = openSmtp({ server: parseSmtpUrl(server.url)!, from: FROM, clock: { now: () => NOW } });
  return {
    mailer,
    arrived: async () => server.received,
    async dispose() {
      await mailer.close();
      await server.stop();
    },
  };
});
