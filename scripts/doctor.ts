import { pino } from 'pino';
import { openMailer, openStore } from '../src/compose.js';
import { processEnvironment } from '../src/config.js';
import { examine } from './doctor/examine.js';
import { findingLines } from './doctor/finding.js';
import { runCommand } from './support/command.js';
import { noMore, readFlags } from './support/read-flags.js';

/* `npm run doctor`: says what is wrong with a set-up, and what to do about it. Opens the store as a start would. */

const USAGE = `npm run doctor
  Says what is right and wrong with settings, store, search, mail, clock, disk and keys, and what to do about it.
  Ends with 1 when something is wrong.`;

runCommand(
  () => USAGE,
  async (argv) => {
    noMore(readFlags(argv, {}, USAGE).positionals, USAGE);
    const tools = { clock: { now: () => new Date() }, logger: pino({ level: 'silent' }) };
    const findings = await examine({
      environment: processEnvironment(),
      nodeVersion: process.versions.node,
      now: new Date(),
      openStore,
      openMail: (config) => openMailer(config, tools),
    });
    for (const finding of findings) for (const line of findingLines(finding)) console.log(line);
    const count = (state: string) => findings.filter((finding) => finding.state === state).length;
    console.log(`\n${count('ok')} ok, ${count('look')} to look at, ${count('wrong')} wrong.`);
    return count('wrong') > 0 ? 1 : 0;
  },
);
