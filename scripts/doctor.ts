import { pino } from 'pino';
import { openMailer, openStore } from '../src/compose.js';
import { processEnvironment } from '../src/config.js';
import { examine } from './doctor/examine.js';
import { findingLines } from './doctor/finding.js';
import { runCommand } from './support/command.js';
import { noArguments, readFlags } from './support/read-flags.js';

/* `npm run doctor`: checks a set-up and says what to do. Opens the store as a start would. */

const USAGE = `npm run doctor
  Checks settings, store, search, mail, clock, disk and keys, and says what to do.
  Exits with 1 when something is wrong.`;

runCommand(
  () => USAGE,
  async (argv) => {
    noArguments(readFlags(argv, {}, USAGE).positionals, USAGE);
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
    console.log(`\n${count('ok')} ok, ${count('warn')} warnings, ${count('wrong')} wrong.`);
    return count('wrong') > 0 ? 1 : 0;
  },
);
