import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { assert, expect } from 'chai';
import { AddressRefused, type Mailer, MailUnavailable } from '../../src/mail/mailer.js';
import { openSmtp, type SmtpOptions } from '../../src/mail/smtp/open-smtp.js';
import { parseSmtpUrl, type SmtpServer } from '../../src/mail/smtp-url.js';
import { anEmail, FROM, NOW } from '../support/an-email.js';
import { freePort } from '../support/free-port.js';
import { startSmtpServer, type TestSmtpServer } from '../support/smtp-server.js';
import { startStopwatch } from '../support/stopwatch.js';
import { certificate } from '../support/test-certificate.js';

describe('SMTP faults', () => {
  let open: { close(): Promise<void> }[];
  beforeEach(() => {
    open = [];
  });
  afterEach(async () => {
    for (const one of open.reverse()) await one.close();
  });

  async function serve(...wishes: Parameters<typeof startSmtpServer>): Promise<TestSmtpServer> {
    const server = await startSmtpServer(...wishes);
    open.push({ close: () => server.stop() });
    return server;
  }

  function mailerFor(url: string, change: Partial<SmtpServer> = {}, more: Partial<SmtpOptions> = {}): Mailer {
    const server = { ...parseSmtpUrl(url)!, ...change };
    const mailer = openSmtp({ server, from: FROM, clock: { now: () => NOW }, ...more });
    open.push(mailer);
    return mailer;
  }

  const failure = async (work: Promise<void>): Promise<Error> => {
    const error = await work.then(
      () => null,
      (reason: unknown) => reason,
    );
    assert.instanceOf(error, Error, 'it should have failed');
    expect((error as Error).message)
      .to.match(/^[A-Z][^\n@]*\.$/)
      .and.not.contain('hunter2');
    expect(Object.keys(error as Error)).to.have.members(['name', 'kind']);
    return error as Error;
  };
  async function assertUnavailable(work: Promise<void>, message: RegExp | string): Promise<void> {
    const error = await failure(work);
    assert.instanceOf(error, MailUnavailable, error.message);
    if (typeof message === 'string') expect(error.message).to.equal(message);
    else expect(error.message).to.match(message);
  }
  async function assertRefused(work: Promise<void>): Promise<string> {
    const error = await failure(work);
    assert.instanceOf(error, AddressRefused, error.message);
    return error.message;
  }

  describe('recipient', () => {
    it('distinguishes a permanent refusal from a temporary one, and keeps its connections', async () => {
      const server = await serve();
      const mailer = mailerFor(server.url);
      server.refuse.add('gone@practice.example');
      server.later.add('full@practice.example');
      expect(await assertRefused(mailer.send(anEmail({ to: 'gone@practice.example' })))).to.equal(
        'The mail server permanently refuses the recipient: 550 5.1.1.',
      );
      await assertUnavailable(
        mailer.send(anEmail({ to: 'full@practice.example' })),
        'The mail server does not accept an email for this recipient now: 450 4.2.1.',
      );
      await mailer.send(anEmail());
      server.later.clear();
      await mailer.send(anEmail({ to: 'full@practice.example' }));
      expect(server.received.map(({ to }) => to.join())).to.deep.equal([
        'ana@practice.example',
        'full@practice.example',
      ]);
      expect(server.connections()).to.be.at.most(2);
    });

    for (const reply of [
      '550 No such user here',
      '550 5.1.0 Address rejected',
      '550 5.0.0 Unknown',
      '550 Requested action not taken: mailbox unavailable',
      '551 User not local',
      '553 5.1.3 Bad syntax',
      '550 5.1.10 Host takes no mail',
      '554 5.1.1 User unknown in relay recipient table',
      '550 5.2.1 Mailbox disabled',
    ])
      it(`blames the recipient for: ${reply}`, async () => {
        const { url } = await serve({ replies: { rcpt: reply } });
        await assertRefused(mailerFor(url).send(anEmail()));
      });

    it('blames the recipient when the server checks only after the email and gives the code', async () => {
      const { url } = await serve({ replies: { data: '550 5.1.1 User unknown' } });
      await assertRefused(mailerFor(url).send(anEmail()));
    });

    for (const reply of [
      '550 relay not permitted',
      '550 5.7.1 Relaying denied',
      '554 5.7.1 Service unavailable; client host blocked',
      '554 Transaction failed',
      '550 5.1.8 Sender address rejected: domain not found',
      '550 SPF check failed',
      '530 5.7.0 Authentication required',
      '552 5.2.2 Mailbox full',
      '552 Exceeded storage allocation',
      '421 4.3.2 Shutting down',
      '503 5.5.1 Bad sequence of commands',
    ])
      it(`does not blame the recipient for: ${reply}`, async () => {
        const { url } = await serve({ replies: { rcpt: reply } });
        const numbers = /^\d{3}( \d\.\d\.\d)?/.exec(reply)![0];
        await assertUnavailable(
          mailerFor(url).send(anEmail()),
          new RegExp(
            `^The mail server (does not accept an email for this recipient now|did not accept the email): ${numbers}\\.$`,
          ),
        );
      });
  });

  it('does not blame the recipient for a refused sender or email', async () => {
    const sender = await serve({ replies: { mail: '550 5.1.1 Who are you?' } });
    await assertUnavailable(
      mailerFor(sender.url).send(anEmail()),
      'The mail server does not accept emails from MAIL_FROM: 550 5.1.1.',
    );
    for (const [reply, numbers] of [
      ['554 5.7.1 Looks like spam', '554 5.7.1'],
      ['550 No', '550'],
      ['452 4.3.1 Disk full', '452 4.3.1'],
    ] as const) {
      const refusing = await serve({ replies: { data: reply } });
      await assertUnavailable(
        mailerFor(refusing.url).send(anEmail()),
        `The mail server did not accept the email: ${numbers}.`,
      );
    }
  });

  it('reports an unreachable server, and sends again when it is back', async () => {
    const port = await freePort();
    const mailer = mailerFor(`smtp://127.0.0.1:${port}`);
    const away = 'The mail server cannot be reached: ECONNREFUSED.';
    await assertUnavailable(mailer.send(anEmail()), away);
    await assertUnavailable(mailer.verify(), away);
    const first = await serve({ port });
    await mailer.send(anEmail());
    await first.stop();
    await assertUnavailable(mailer.send(anEmail({ messageId: 'lost' })), away);
    const second = await serve({ port });
    await mailer.send(anEmail({ messageId: 'lost' }));
    expect(second.received).to.have.lengthOf(1);
  });

  it('reports an unknown host name', async () => {
    const mailer = mailerFor('smtp://no-such-host.invalid');
    await assertUnavailable(mailer.send(anEmail()), /^The mail server cannot be reached: E[A-Z_]+\.$/);
  });

  it('gives up on a silent server', async () => {
    const mute = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
    await once(mute, 'listening');
    open.push({ close: async () => void mute.close() });
    const { port } = mute.address() as AddressInfo;
    const mailer = mailerFor(`smtp://127.0.0.1:${port}`, {}, { timeouts: { greeting: 100 } });
    await assertUnavailable(mailer.send(anEmail()), 'The mail server did not answer in time.');
    await assertUnavailable(mailer.verify(), 'The mail server did not answer in time.');
  });

  it('gives up on a server that hangs after the email, and keeps the Message-ID for the next try', async () => {
    const hanging = await serve({ hangs: true });
    const mailer = mailerFor(hanging.url, {}, { timeouts: { silence: 1000 } });
    await assertUnavailable(mailer.send(anEmail()), 'The mail server did not answer in time.');
    await hanging.stop();
    const well = await serve({ port: hanging.port });
    await mailer.send(anEmail());
    expect(well.received.map(({ headers }) => headers['message-id'])).to.deep.equal([
      '<email@directory.example>',
    ]);
  });

  it('gives up on a server that trickles its answer', async () => {
    const trickling = createServer((socket) => {
      const drip = setInterval(() => socket.write('220-still here\r\n'), 20);
      socket.on('error', () => undefined).on('close', () => clearInterval(drip));
    }).listen(0, '127.0.0.1');
    await once(trickling, 'listening');
    open.push({ close: async () => void trickling.close() });
    const { port } = trickling.address() as AddressInfo;
    const mailer = mailerFor(`smtp://127.0.0.1:${port}`, {}, { timeouts: { email: 200 } });
    const elapsed = startStopwatch();
    await assertUnavailable(mailer.send(anEmail()), 'The mail server did not answer in time.');
    expect(elapsed()).to.be.below(2000);
  });

  it('waits a limited time for an email under way when it closes', async () => {
    const { url } = await serve({ hangs: true });
    const mailer = mailerFor(url, {}, { timeouts: { close: 100 } });
    const sending = assertUnavailable(mailer.send(anEmail()), /^The mail server /);
    const [began, elapsed] = [performance.now(), startStopwatch()];
    await mailer.close();
    expect(performance.now() - began).to.be.least(80);
    expect(elapsed()).to.be.below(2000);
    await sending;
  });

  describe('sign-in', () => {
    const login = { user: 'us:er@directory', password: 'hunter2/ä%' };

    it('signs in with the user and password of the address, special characters included', async () => {
      const server = await serve({ login });
      const mailer = mailerFor(server.url);
      await mailer.verify();
      await mailer.send(anEmail());
      expect(server.received).to.have.lengthOf(1);
    });

    it('reports a wrong password without quoting it', async () => {
      const server = await serve({ login });
      const mailer = mailerFor(server.url, { login: { ...login, password: 'hunter2' } });
      const message = 'The mail server does not accept the user and password of SMTP_URL: 535 5.7.8.';
      await assertUnavailable(mailer.verify(), message);
      await assertUnavailable(mailer.send(anEmail()), message);
      expect(server.received).to.deep.equal([]);
    });

    it('reports a missing sign-in', async () => {
      const server = await serve({ login });
      await assertUnavailable(mailerFor(server.url, { login: null }).send(anEmail()), /: 530\b/);
    });
  });

  describe('encryption', () => {
    const trusted: Partial<SmtpOptions> = { tls: { ca: certificate } };

    for (const security of ['tls', 'starttls'] as const) {
      it(`sends by ${security} when the certificate is trusted`, async () => {
        const server = await serve({ security, login: { user: 'u', password: 'p' } });
        const mailer = mailerFor(server.url, { security }, trusted);
        await mailer.verify();
        await mailer.send(anEmail());
        expect(server.received).to.have.lengthOf(1);
      });

      it(`sends nothing by ${security} when the certificate is not trusted`, async () => {
        const server = await serve({ security });
        const mailer = mailerFor(server.url, { security });
        const message = 'The certificate of the mail server is not trusted: DEPTH_ZERO_SELF_SIGNED_CERT.';
        await assertUnavailable(mailer.send(anEmail()), message);
        expect(server.received).to.deep.equal([]);
      });
    }

    it('sends neither email nor password when the server does not offer required encryption', async () => {
      const server = await serve({ login: { user: 'u', password: 'hunter2' } });
      const mailer = mailerFor(server.url, { security: 'starttls' });
      const message = /^The mail server offers no working encryption, which SMTP_URL requires/;
      await assertUnavailable(mailer.send(anEmail()), message);
      await assertUnavailable(mailer.verify(), message);
      expect(server.received).to.deep.equal([]);
    });

    it('reports a server that does not speak TLS', async () => {
      const server = await serve();
      await assertUnavailable(
        mailerFor(server.url, { security: 'tls' }).send(anEmail()),
        'The mail server offers no working encryption, which SMTP_URL requires.',
      );
    });
  });

  it('loses no email when the server drops a kept connection', async () => {
    const port = await freePort();
    const first = await serve({ port });
    const mailer = mailerFor(first.url);
    await mailer.send(anEmail());
    await first.stop();
    const second = await serve({ port });
    await mailer.send(anEmail({ messageId: 'after' }));
    expect(second.received).to.have.lengthOf(1);
  });
});
