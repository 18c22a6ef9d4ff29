import { assert, expect } from 'chai';
import fc from 'fast-check';
import { AddressRefused, type Email, type Mailer, MailUnavailable } from '../../src/mail/mailer.js';
import { anEmail, FROM, NOW } from '../support/an-email.js';
import type { Mail } from '../support/read-mail.js';

export interface ArrivedEmail extends Mail {
  /** All recipients. */
  to: string[];
  raw: string;
}

export interface MailUnderTest {
  /** Sends from {@link FROM}, with a clock fixed at {@link NOW}. */
  mailer: Mailer;
  /** The emails that arrived, in order. */
  arrived(): Promise<ArrivedEmail[]>;
  dispose(): Promise<void>;
}

/** What every mail engine must do. An engine passes the whole suite without a skip. */
export function mailContract(name: string, open: () => Promise<MailUnderTest>): void {
  describe(`mail contract: ${name}`, () => {
    let mail: MailUnderTest;
    let sent: number;
    beforeEach(async () => {
      mail = await open();
      sent = 0;
    });
    afterEach(() => mail.dispose());

    /** Sends an email, and returns it as it arrived. */
    async function deliver(wish: Partial<Email>): Promise<ArrivedEmail> {
      await mail.mailer.send(anEmail({ messageId: `email-${++sent}`, ...wish }));
      const last = (await mail.arrived()).at(-1);
      assert.isDefined(last);
      return last!;
    }

    it('delivers subject and text to the recipient', async () => {
      const email = await deliver({
        to: 'ana@practice.example',
        subject: 'Is all still right?',
        text: 'Yes.\n',
      });
      expect(email.to).to.deep.equal(['ana@practice.example']);
      expect(email.headers).to.deep.equal({
        from: '"Holdspace, the directory" <hello@directory.example>',
        to: 'ana@practice.example',
        subject: 'Is all still right?',
        date: 'Sun, 22 Nov 2026 09:05:07 +0000',
        'message-id': '<email-1@directory.example>',
        'auto-submitted': 'auto-generated',
        'mime-version': '1.0',
        'content-type': 'text/plain; charset=utf-8',
        'content-transfer-encoding': 'quoted-printable',
      });
      expect(email.text).to.equal('Yes.\n');
    });

    for (const [what, text] of Object.entries({
      'lines that begin with dots': '.\n..\n.hidden\n\n.\nafter\n',
      'a line of 100,000 characters': `${'x'.repeat(100_000)}\n`,
      'a long link': `https://directory.example/in?token=${'aB3=.'.repeat(80)}\n`,
      'characters of many scripts': `Zoë Núñez 👩🏽‍⚕️ ${'שלום '.repeat(60)}Ω\n`,
      'text that looks like its own encoding': '=\n=3D =?UTF-8?B?eA==?= =0D=0A\n',
      'blanks at the ends of lines': 'one \ntwo\t\n \n\t\nthree\n',
      'text that looks like headers': 'Bcc: all@practice.example\nSubject: other\n\nFrom here\n',
      'empty lines before and after': '\n\n\nmiddle\n\n\n',
    }))
      it(`keeps ${what} unchanged`, async () => {
        const { text: read, raw } = await deliver({ text });
        expect(read).to.equal(text);
        assert.isTrue(raw.split('\r\n').every((line) => /^[\t\x20-\x7e]{0,76}$/.test(line)));
      });

    it('keeps any text unchanged, except for line endings', async () => {
      const anyText = fc.string({ unit: 'binary', maxLength: 300 });
      await fc.assert(
        fc.asyncProperty(anyText, async (text) => {
          const lines = text.toWellFormed().replace(/\r\n?/g, '\n').replace(/\n$/, '');
          expect((await deliver({ text })).text).to.equal(`${lines}\n`);
        }),
        { numRuns: 40 },
      );
    });

    it('keeps any subject unchanged, on one line', async () => {
      const subjects = fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.constantFrom('=?UTF-8?B?aGk=?=', 'x'.repeat(300), '', `${'Ω'.repeat(90)} end`),
      );
      await fc.assert(
        fc.asyncProperty(subjects, async (subject) => {
          const { headers } = await deliver({ subject });
          const line = subject.toWellFormed().replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
          expect(headers.subject).to.equal(line.trim());
        }),
        { numRuns: 40 },
      );
    });

    it('lets no subject add a header, a recipient or a line', async () => {
      const breaks = fc.constantFrom('\r\n', '\n', '\r', '\r\n\r\n', '\n ', '\u2028', '\u0085', '\0', '\x0b');
      const injected = fc.constantFrom('Bcc: eve@evil.example', 'To: eve@evil.example', '.', 'DATA', 'body');
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.oneof(breaks, injected, fc.string()), { maxLength: 8 }),
          async (parts) => {
            const email = await deliver({ subject: parts.join(''), text: 'The text.\n' });
            expect(Object.keys(email.headers)).to.have.lengthOf(9);
            expect(email.headers.subject).not.to.match(/[\p{Cc}\u2028\u2029]/u);
            expect(email.to).to.deep.equal([anEmail().to]);
            expect(email.text).to.equal('The text.\n');
          },
        ),
        { numRuns: 40 },
      );
    });

    it('permanently refuses anything but exactly one plain address, and sends nothing', async () => {
      const hostile = [
        ...[
          '',
          'ana',
          '@practice.example',
          'ana@',
          'ana@practice',
          'ana@practice.example.',
          'ana@@practice.example',
        ],
        ...[
          'ana@a.example,eve@evil.example',
          'ana@a.example, eve@evil.example',
          'ana@a.example;eve@evil.example',
        ],
        ...['<ana@a.example>', 'Ana <ana@a.example>', 'ana@a.example> <eve@evil.example', '"a b"@a.example'],
        ...['ana@a.example\r\nBcc: eve@evil.example', 'ana@a.example\n', ' ana@a.example', 'ana@a.example '],
        ...[
          'ana@a.example\r\nRCPT TO:<eve@evil.example>',
          'g: ana@a.example;',
          'ana@[127.0.0.1]',
          'ana(x)@a.example',
        ],
        ...[
          'anä@a.example',
          'ana@ä.example',
          'a..b@a.example',
          '.a@a.example',
          `${'a'.repeat(65)}@a.example`,
        ],
      ];
      for (const to of hostile) {
        const error = await mail.mailer.send(anEmail({ to })).catch((reason: unknown) => reason);
        assert.instanceOf(error, AddressRefused, JSON.stringify(to));
        expect((error as Error).message).not.to.contain('@');
      }
      expect(await mail.arrived()).to.deep.equal([]);
    });

    it('never lets an address add a second one', async () => {
      const pieces = fc.array(
        fc.constantFrom(
          'ana@a.example',
          'eve@evil.example',
          ',',
          ';',
          '<',
          '>',
          '"',
          ' ',
          '\r\n',
          '\0',
          ':',
          '(',
          '\\',
        ),
        { minLength: 1, maxLength: 5 },
      );
      await fc.assert(
        fc.asyncProperty(pieces, async (parts) => {
          const to = parts.join('');
          const before = (await mail.arrived()).length;
          const refused = await mail.mailer.send(anEmail({ messageId: `email-${++sent}`, to })).then(
            () => false,
            () => true,
          );
          const arrived = (await mail.arrived()).slice(before);
          expect(arrived.map((email) => email.to)).to.deep.equal(refused ? [] : [[to]]);
          assert.isTrue(refused || /^(ana@a|eve@evil)\.example$/.test(to), to);
        }),
        { numRuns: 60 },
      );
    });

    it('refuses a Message-ID that could end its line or its brackets', async () => {
      for (const messageId of [
        '',
        'a\r\nBcc: eve@evil.example',
        'a>',
        '<a',
        'a b',
        'a..b',
        '../a',
        'a/b',
        'é',
        'x'.repeat(101),
      ]) {
        const error = await mail.mailer.send(anEmail({ messageId })).catch((reason: unknown) => reason);
        assert.instanceOf(error, TypeError, messageId);
      }
      expect(await mail.arrived()).to.deep.equal([]);
    });

    it('gives an email that is sent twice one Message-ID, and two emails two', async () => {
      for (const messageId of ['once', 'once', 'twice']) await mail.mailer.send(anEmail({ messageId }));
      const ids = new Set((await mail.arrived()).map(({ headers }) => headers['message-id']));
      expect([...ids].sort()).to.deep.equal(['<once@directory.example>', '<twice@directory.example>']);
    });

    it('sends many emails at once', async () => {
      const ids = Array.from({ length: 20 }, (_, index) => `email.${index}`);
      await Promise.all(
        ids.map((messageId) => mail.mailer.send(anEmail({ messageId, text: `${messageId}\n` }))),
      );
      const texts = (await mail.arrived()).map(({ text }) => text.trim());
      expect(texts.sort()).to.deep.equal(ids.sort());
    });

    it('verifies the connection without sending', async () => {
      await mail.mailer.verify();
      expect(await mail.arrived()).to.deep.equal([]);
    });

    it('finishes an email under way when it closes, and refuses later ones', async () => {
      const sending = mail.mailer.send(anEmail());
      await mail.mailer.close();
      await sending;
      expect(await mail.arrived()).to.have.lengthOf(1);
      const error = await mail.mailer.send(anEmail({ messageId: 'late' })).catch((reason: unknown) => reason);
      assert.instanceOf(error, MailUnavailable);
      expect(await mail.arrived()).to.have.lengthOf(1);
      // A second close changes nothing.
      await mail.mailer.close();
    });
  });
}
